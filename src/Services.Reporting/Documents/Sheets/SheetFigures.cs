using Ptce.Charts;
using Ptce.Charts.Bars;
using Ptce.Charts.Circles;
using Ptce.Charts.Lines;
using Ptce.Charts.Networks;
using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;
using Ptce.Reporting.Pages;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Documents.Sheets;

/// <summary>The drawings of a PTCE's sheet.</summary>
internal static class SheetFigures
{
    private static readonly Dictionary<string, Label> Families = new(StringComparer.Ordinal)
    {
        ["ess"] = new("Entreprise de l'ESS", "ESS enterprise"),
        ["non-ess"] = new("Entreprise hors ESS", "Non-ESS enterprise"),
        ["authority"] = new("Collectivité", "Local authority"),
        ["research"] = new("Enseignement supérieur, recherche", "Higher education, research"),
        ["training"] = new("Formation", "Training"),
        ["other"] = new("Autre", "Other"),
    };

    /// <summary>Circles of belonging, from the pole's row of table 1.</summary>
    public static Html Circles(Row members, Words words)
    {
        if (members.Cells[0].Value is not { } first)
            return Html.Empty;
        return Drawn(new NestedCirclesFigure
        {
            Id = "circles",
            Title = words.Say("Cercles d'appartenance", "Circles of belonging"),
            Language = words.ChartLanguage,
            Circles =
            [
                new(words.Say("Premier cercle", "First circle"), first),
                new(words.Say("Premier et second cercles", "First and second circles"), members.Cells[2].Value, members.Cells[2].Value is null ? words.Say("non dénombrable", "cannot be counted") : null),
            ],
        });
    }

    /// <summary>First circle over the years, from the pole's row of table 2.</summary>
    public static Html Evolution(Table table, Row row, Words words)
    {
        var years = table.Columns.TakeWhile(column => column.Key.All(char.IsAsciiDigit)).Select(column => column.Key).ToArray();
        return row.Cells.Take(years.Length).All(cell => cell.Value is null) ? Html.Empty : Drawn(new LineFigure
        {
            Id = "evolution",
            Title = words.Say("Organisations membres du premier cercle", "First-circle member organisations"),
            Language = words.ChartLanguage,
            Positions = years,
            Lines = [new(words.Say("Premier cercle", "First circle"), [.. row.Cells.Take(years.Length).Select(cell => cell.Value)])],
        });
    }

    /// <summary>First-circle members by status.</summary>
    public static Html Statuses(PoleFacts pole, DateOnly date, Words words)
    {
        var forms = pole.Morphology!.FirstCircle(date).Select(member => member.Organisation is { } organisation ? LegalForms.WithPriority(organisation)?[0] : null).ToList();
        var bars = LegalForms.Categories.Select(category => new Datum(words.Say(category.Label), forms.Count(form => form == category.Key))).Where(bar => bar.Value > 0).ToList();
        if (forms.Count(form => form is null) is > 0 and var unknown)
            bars.Add(new(words.Say("Statut non connu", "Status not known"), unknown));
        return bars.Count == 0 ? Html.Empty : Drawn(new BarFigure { Id = "statuses", Title = words.Say("Membres du premier cercle par statut", "First-circle members by status"), Language = words.ChartLanguage, Bars = bars });
    }

    /// <summary>Structure of income by origin; not drawn when a part is negative.</summary>
    public static Html IncomeStructure(PoleFacts pole, Words words)
    {
        if (Income.Total(pole) is not > 0)
            return Html.Empty;
        var parts = Income.Origins.Select(origin => (origin.Label, Amount: pole.Economics!.Income.Where(line => line.Group == origin.Group).Sum(line => line.Amount))).Where(part => part.Amount != 0).ToList();
        return parts.Any(part => part.Amount < 0) ? Html.Empty : Drawn(new StackedBarFigure
        {
            Id = "income",
            Title = words.Say("Structure des produits", "Structure of income"),
            Language = words.ChartLanguage,
            Series = [.. parts.Select(part => words.Say(part.Label))],
            Bars = [new(words.Say("Produits", "Income"), [.. parts.Select(part => (decimal?)part.Amount)])],
        });
    }

    /// <summary>Joint projects of the year as a network.</summary>
    public static Html Network(PoleFacts pole, CampaignFacts campaign, Words words)
    {
        if (CooperationNetwork.Of(pole, campaign) is not { Nodes.Count: > 0 } network)
            return Html.Empty;
        var organisations = pole.Morphology!.Organisations;
        return Drawn(new NetworkFigure
        {
            Id = "network",
            Title = words.Say($"Réseau de coopération en {campaign.Year}", $"Cooperation network in {campaign.Year}"),
            Language = words.ChartLanguage,
            Nodes = [.. network.Nodes.Select(key => new NetworkNode(key, organisations.GetValueOrDefault(key)?.Name ?? key, Family(organisations.GetValueOrDefault(key), words)))],
            Ties = [.. network.Edges.OrderBy(edge => edge.One, StringComparer.Ordinal).ThenBy(edge => edge.Other, StringComparer.Ordinal).Select(edge => new NetworkTie(edge.One, edge.Other, Projects(pole, campaign.Year, edge)))],
        });
    }

    private static int Projects(PoleFacts pole, int year, (string One, string Other) edge) =>
        pole.Cooperation!.Projects.Count(project => project.IsActiveIn(year) && project.Members.Contains(edge.One) && project.Members.Contains(edge.Other));

    private static string? Family(Organisation? organisation, Words words) =>
        organisation?.Family is { } family && Families.TryGetValue(family, out var label) ? words.Say(label) : null;

    private static Html Drawn(Charts.Figure figure) => Html.Of($"<figure><figcaption>{figure.Title}</figcaption>{new Html(figure.ToSvg())}</figure>\n");
}
