using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;
using Ptce.Reporting.Pages;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Documents.Sheets;

/// <summary>
/// Summary sheet of one PTCE (fiche bilan). Whoever may read the pole's own values gets all of it; with the pole's consent everybody gets what tables 1
/// and 2 publish by name.
/// </summary>
internal sealed class PoleSheet(PublishedRelease release, CampaignFacts campaign, Audience audience, Language language)
{
    private readonly Words words = new(language);
    private readonly PoleFacts pole = campaign.Poles.Single();
    private readonly ReleaseHead head = release.Content.Head;

    private bool Whole => audience.MayRead(pole.Key, Visibility.Restricted);

    /// <summary>Figures of this pole that the reader may see.</summary>
    public static IReadOnlyList<Figure> FiguresOf(PublishedRelease release, string pole, Audience audience) =>
        [.. audience.Filter(release.Content.Figures).Where(figure => figure.Pole == pole)];

    public string Write()
    {
        var figures = FiguresOf(release, pole.Key, audience);
        return PageFrame.Write(words, $"{pole.Name} – {Title}", $"/reports/{release.Name}/poles/{pole.Key}", Html.Of($"""
            <div class="sheet">
            <header class="cover">
            <p class="kind">{words.Say("Observatoire des PTCE · fiche bilan", "Observatory of PTCE · summary sheet")}</p>
            <h1>{pole.Name}</h1>
            <p class="edition">{Title} · {words.Say($"morphologie au {words.Date(head.ReferenceDate)}, exercice {head.FiscalYear}", $"morphology at {words.Date(head.ReferenceDate)}, fiscal year {head.FiscalYear}")}</p>
            {Html.When(head.Demonstration, () => Html.Of($"<p class=\"demonstration\" role=\"note\">{words.Say(ReportTexts.Demonstration)}</p>"))}
            {Html.When(!Whole, () => Html.Of($"<p role=\"note\">{words.Say("Version publique : seuls figurent les faits que ce PTCE accepte de publier sous son nom.", "Public version: only the facts that this PTCE agrees to publish under its name.")}</p>"))}
            </header>
            <section id="summary"><h2>{words.Say("En bref", "In short")}</h2>{Cards(figures)}</section>
            <section id="members"><h2>{words.Say("Membres", "Members")}</h2>{Members()}</section>
            {Html.When(Whole, () => Html.Of($"""
                <section id="cooperation"><h2>{words.Say("Coopération", "Cooperation")}</h2>{SheetFigures.Network(pole, campaign, words)}{Activities()}</section>
                <section id="economics"><h2>{words.Say("Fonctionnement économique", "Economics")}</h2>{SheetFigures.IncomeStructure(pole, words)}{IncomeTable()}</section>
                """))}
            <section id="indicators"><h2>{words.Say("Indicateurs", "Indicators")}</h2>{Indicators(figures)}</section>
            <section id="notes"><h2>{words.Say("Méthode et notes", "Method and notes")}</h2><ul>{ReportTexts.Limits(head).Concat(Notes()).Select(note => Html.Of($"<li>{words.Say(note)}</li>\n"))}</ul></section>
            <section id="sources"><h2>{words.Say("Sources", "Sources")}</h2><ul>{ReportTexts.Sources(head).Select(source => Html.Of($"<li>{words.Say(source)}</li>\n"))}
            <li>{words.Say($"Dossier validé, version {pole.Version}, empreinte", $"Signed dossier, version {pole.Version}, digest")} <code>{pole.Digest}</code></li></ul></section>
            </div>
            """));
    }

    private string Title => words.Say($"Fiche bilan, édition {release.Name}", $"Summary sheet, release {release.Name}");

    private IEnumerable<Label> Notes() => head.Notes.Where(note => note.Pole == pole.Key && audience.MayRead(note.Pole, note.Visibility)).Select(note => note.Text);

    private Html Cards(IReadOnlyList<Figure> figures)
    {
        (string Code, string Measure, Label Label)[] asked =
        [
            ("I01", "value", new("organisations dans le premier cercle", "organisations in the first circle")), ("I03", "value", new("d'entreprises hors ESS", "non-ESS enterprises")),
            ("I05", "value", new("ETP chez les membres", "FTE at members")), ("I08", "value", new("densité du réseau de coopération", "density of the cooperation network")),
            ("I11", "value", new("de produits déclarés", "of income as declared")), ("I13", "operating-grants", new("de subventions d'exploitation", "of operating grants")),
        ];
        var cards = asked.Select(card => (card.Label, Figure: figures.FirstOrDefault(figure => figure.Code == card.Code && figure.Measure == card.Measure && figure.Value is not null))).Where(card => card.Figure is not null);
        return Html.Of($"<dl class=\"cards\">{cards.Select(card => Html.Of($"<div><dt>{words.Number(card.Figure!.Value!.Value, card.Figure.Unit)}{words.Mark(card.Figure.Origin, head.Demonstration)}</dt><dd>{words.Say(card.Label)}</dd></div>"))}</dl>");
    }

    private Html Members()
    {
        var (first, years) = (Row("T1"), Row("T2"));
        var evolution = release.Content.Tables.Single(table => table.Code == "T2");
        return Html.Of($"""
            {(first is null ? Html.Empty : SheetFigures.Circles(first, words))}
            {(years is null ? Html.Empty : SheetFigures.Evolution(evolution, years, words))}
            {Html.When(Whole && pole.Morphology is not null, () => SheetFigures.Statuses(pole, campaign.ReferenceDate, words))}
            """);
    }

    private Row? Row(string code) => audience.Filter(release.Content.Tables.Single(table => table.Code == code)).Rows.FirstOrDefault(row => row.Pole == pole.Key);

    private Html Activities()
    {
        if (pole.Cooperation is not { Stages.Count: > 0 } cooperation)
            return Html.Of($"<p>{words.Say("Les activités de coopération n'ont pas été renseignées.", "Activities of cooperation were not filled in.")}</p>");
        var known = Vocabulary.Activities.Where(activity => cooperation.Stages.ContainsKey(activity.Key));
        string Stage(string key) => words.Say(Vocabulary.Stages.Single(stage => stage.Key == cooperation.Stages[key].Stage).Label);
        return Table(words.Say("Activités de coopération", "Activities of cooperation"), [words.Say("Activité", "Activity"), words.Say("Stade", "Stage")], 0,
            known.Select(activity => Html.Of($"<tr><th scope=\"row\">{activity.Key} {words.Say(activity.Label)}</th><td>{Stage(activity.Key)}{words.Mark(cooperation.Stages[activity.Key].Origin, head.Demonstration)}</td></tr>\n")));
    }

    private Html IncomeTable()
    {
        if (Income.Total(pole) is not { } total)
            return Html.Of($"<p>{words.Say("L'exercice clos n'est pas connu.", "The closed year is not known.")}</p>");
        var rows = Income.Origins.Select(origin => (Label: words.Say(origin.Label), Amount: pole.Economics!.Income.Where(line => line.Group == origin.Group).Sum(line => line.Amount)));
        Html Line((string Label, decimal Amount) row, string name) => Html.Of(
            $"<tr class=\"{name}\"><th scope=\"row\">{row.Label}</th><td class=\"number\">{words.Number(row.Amount, Units.Euros)}</td><td class=\"number\">{(total == 0 ? "–" : words.Number(row.Amount / total * 100, Units.Percent))}</td></tr>\n");
        return Table(words.Say("Produits par origine", "Income by origin"), [words.Say("Origine", "Origin"), words.Say("Montant", "Amount"), "%"], 2,
            rows.Select(row => Line(row, "part")).Append(Line((words.Say("Total des produits", "Total income"), total), "total")));
    }

    private Html Indicators(IReadOnlyList<Figure> figures)
    {
        var names = IndicatorCatalogue.All.ToDictionary(indicator => indicator.Code, indicator => indicator.Name, StringComparer.Ordinal);
        return Table(words.Say("Indicateurs", "Indicators"), [words.Say("Indicateur", "Indicator"), words.Say("Part", "Part"), words.Say("Période", "Period"), words.Say("Valeur", "Value")], 1,
            figures.Where(figure => figure.Status == FigureStatus.Ok).Select(figure => Html.Of(
                $"<tr><th scope=\"row\">{figure.Code} {words.Say(names[figure.Code[..3]])}</th><td>{(figure.Measure == "value" ? "" : PartNames.Of(figure.Measure, words))}</td><td class=\"period\">{figure.Period}</td><td class=\"number\">{words.Number(figure.Value!.Value, figure.Unit)}{words.Mark(figure.Origin, head.Demonstration)}</td></tr>\n")));
    }

    /// <summary>A table whose last columns hold numbers.</summary>
    private static Html Table(string caption, IReadOnlyList<string> headings, int numbers, IEnumerable<Html> rows) => Html.Of($"""
        <div class="scroll" tabindex="0" role="region" aria-label="{caption}"><table><caption class="hidden">{caption}</caption>
        <thead><tr>{headings.Select((heading, i) => i < headings.Count - numbers ? Html.Of($"<th scope=\"col\" class=\"text\">{heading}</th>") : Html.Of($"<th scope=\"col\">{heading}</th>"))}</tr></thead><tbody>
        {rows}</tbody></table></div>
        """);
}
