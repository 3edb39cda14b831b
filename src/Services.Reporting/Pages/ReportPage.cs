using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Pages;

/// <summary>The transversal report (rapport transversal) of a release, as one page that needs no script.</summary>
internal sealed class ReportPage(PublishedRelease release, Audience audience, Language language)
{
    private readonly Words _words = new(language);
    private readonly ReleaseHead _head = release.Content.Head;
    private readonly IReadOnlyList<Table> _tables = [.. release.Content.Tables.Select(audience.Filter)];
    private readonly ILookup<string, Figure> _figures = audience.Filter(release.Content.Figures).ToLookup(figure => figure.Code[..3], StringComparer.Ordinal);

    public string Write() => PageFrame.Write(_words, Title, $"/reports/{release.Name}", Html.Of($"""
        <header class="cover">
        <p class="kind">{_words.Say("Observatoire des PTCE · rapport transversal", "Observatory of PTCE · transversal report")}</p>
        <h1>{Title}</h1>
        <p class="edition">{_words.Say($"Édition {release.Name}, publiée le {_words.Date(DateOnly.FromDateTime(release.PublishedAt))}", $"Release {release.Name}, published {_words.Date(DateOnly.FromDateTime(release.PublishedAt))}")} · {_words.Say($"{_head.Poles.Count} PTCE sur {_head.Participants}", $"{_head.Poles.Count} PTCE of {_head.Participants}")}</p>
        {Html.When(_head.Demonstration, () => Html.Of($"<p class=\"demonstration\" role=\"note\">{_words.Say(ReportTexts.Demonstration)}</p>"))}
        </header>
        {Contents()}
        <section id="summary"><h2>{_words.Say("En bref", "In short")}</h2>{ReportSummary.Write(_tables, _figures, _words, _head.Demonstration)}</section>
        <section id="method"><h2>{_words.Say("Méthode", "Method")}</h2>{List(ReportTexts.Method(_head))}
        <h3>{_words.Say("Limites", "Limits")}</h3>{List(ReportTexts.Limits(_head))}</section>
        <section id="tables"><h2>{_words.Say("Tableaux", "Tables")}</h2>{Legend()}
        {_tables.Select(table => ReportTables.Write(table, _words, _head.Demonstration, release.Name))}</section>
        <section id="indicators"><h2>{_words.Say("Indicateurs", "Indicators")}</h2>
        {IndicatorCatalogue.All.Select(indicator => ReportIndicators.Write(indicator, [.. _figures[indicator.Code]], _words, _head.Demonstration))}
        <p><a href="/api/reporting/releases/{release.Name}/indicators">{_words.Say("Tous les indicateurs en JSON", "All indicators as JSON")}</a></p></section>
        <section id="notes"><h2>{_words.Say("Notes sur les données", "Data notes")}</h2>{List(Notes())}</section>
        <section id="sources"><h2>{_words.Say("Sources et versions", "Sources and versions")}</h2>{List(ReportTexts.Sources(_head))}
        <p class="digest">{_words.Say("Empreinte des données de cette édition", "Digest of this release's data")} : <code>{release.Digest}</code></p></section>
        """));

    private string Title => _words.Say($"Les PTCE en {_head.Year}", $"PTCE in {_head.Year}");

    private IEnumerable<Label> Notes()
    {
        foreach (var note in _head.Notes.Where(note => audience.MayRead(note.Pole, note.Visibility)))
            yield return new($"{Name(note.Pole)} : {note.Text.Fr}", $"{Name(note.Pole)}: {note.Text.En}");
        if (_head is { Demonstration: true, Year: 2015 })
            foreach (var note in StudyNotes.All)
                yield return note;
    }

    private string Name(string pole) => _head.Poles.FirstOrDefault(one => one.Key == pole)?.Name ?? pole;

    private Html Contents() => Html.Of($"""
        <nav class="contents" aria-label="{_words.Say("Sommaire", "Contents")}"><ul>
        <li><a href="#summary">{_words.Say("En bref", "In short")}</a></li><li><a href="#method">{_words.Say("Méthode et limites", "Method and limits")}</a></li>
        <li><a href="#tables">{_words.Say("Tableaux", "Tables")}</a><ul>{_tables.Select(table => Html.Of($"<li><a href=\"#{table.Code}\">{table.Code}. {_words.Say(table.Title)}</a></li>"))}</ul></li>
        <li><a href="#indicators">{_words.Say("Indicateurs", "Indicators")}</a></li><li><a href="#notes">{_words.Say("Notes sur les données", "Data notes")}</a></li><li><a href="#sources">{_words.Say("Sources", "Sources")}</a></li>
        </ul></nav>
        """);

    private Html Legend() => Html.Of($"""
        <dl class="legend"><dt>s</dt><dd>{_words.Say("supprimé (secret statistique)", "suppressed (statistical confidentiality)")}</dd><dt>–</dt><dd>{_words.Say("non connu ou sans objet : jamais zéro", "not known or not applicable: never zero")}</dd>
        {Html.When(_head.Demonstration, () => Html.Of($"<dt>†</dt><dd>{_words.Say("valeur synthétique", "synthetic value")}</dd><dt>‡</dt><dd>{_words.Say("valeur en partie synthétique", "partly synthetic value")}</dd>"))}</dl>
        """);

    private Html List(IEnumerable<Label> items) => Html.Of($"<ul>{items.Select(item => Html.Of($"<li>{_words.Say(item)}</li>\n"))}</ul>");
}
