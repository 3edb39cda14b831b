using Ptce.Charts.Bars;
using Ptce.Charts.Circles;
using Ptce.Charts.Lines;
using Ptce.Charts.Networks;

namespace Ptce.Charts.Tests;

/// <summary>One example of each figure, with awkward data: missing, suppressed, negative, zero and long-labelled values.</summary>
internal static class Gallery
{
    public static IReadOnlyDictionary<string, Figure> Figures { get; } = new Dictionary<string, Figure>
    {
        ["bars-lying"] = new BarFigure
        {
            Id = "statuts",
            Title = "Membres du premier cercle par statut",
            Bars = [new("Associations", 1054), new("SCIC", 22), new("Structures de l'insertion par l'activité économique", 31), new("Entreprises <hors ESS> & divers", 0), new("Mutuelles", null, "s"), new("Autres", 7, "*")],
        },
        ["bars-upright"] = new BarFigure
        {
            Id = "resultat",
            Title = "Net result",
            Upright = true,
            Language = Language.English,
            Format = NumberFormat.Euros,
            Bars = [new("2012", -12500), new("2013", 3000), new("2014", null), new("2015", 48200.5m)],
        },
        ["stacked-shares"] = new StackedBarFigure
        {
            Id = "produits",
            Title = "Structure des produits",
            Series = ["Subventions d'exploitation", "Produits internes", "Produits externes", "Autres produits"],
            Bars = [new("Phares", [120000, 40000, 30000, 500]), new("Initiatives et Cité", [0, 90000, 45000, 0]), new("Pôle sans compte séparé", [null, 1, 1, 1], "s"), new("Ensemble", [120000, 130000, 75000, 500])],
        },
        ["stacked-amounts"] = new StackedBarFigure
        {
            Id = "charges",
            Title = "Expenses",
            Language = Language.English,
            AsShares = false,
            Series = ["Staff", "Purchases", "Taxes", "Depreciation", "Aid", "Financial", "Exceptional", "Other"],
            Bars = [new("2014", [50, 40, 30, 20, 10, 9, 8, 7]), new("2015", [80, 20, null, 20, 10, 0, 8, 7])],
        },
        ["lines"] = new LineFigure
        {
            Id = "evolution",
            Title = "Évolution du premier cercle",
            Positions = ["2009", "2010", "2011", "2012", "2013", "2014", "2015"],
            Lines = [new("Phares", [5, 8, null, 12, 14, 17, 20]), new("Domb'Innov", [null, null, 9, 9, 10, 12, 19]), new("Coursive Boutaric", [null, 4, null, null, null, null, null])],
        },
        ["sparkline"] = new SparklineFigure { Id = "etincelle", Title = "Adhérents", Values = [new("2012", 9), new("2013", null), new("2014", 14), new("2015", 12), new("2016", 18)] },
        ["progress"] = new ProgressFigure { Id = "avancement", Title = "Dossiers signés", Done = 1796, Total = 1800 },
        ["circles"] = new NestedCirclesFigure { Id = "cercles", Title = "Cercles d'appartenance", Circles = [new("Premier cercle", 20), new("Premier et deuxième cercles", 62), new("Troisième cercle", null, "non dénombrable")] },
        ["network"] = new NetworkFigure
        {
            Id = "reseau",
            Title = "Réseau de coopération",
            Nodes = [.. Enumerable.Range(1, 14).Select(i => new NetworkNode($"m{i}", $"Membre numéro {i}", i % 5 == 0 ? null : i % 3 == 0 ? "Entreprise hors ESS" : "Entreprise de l'ESS"))],
            Ties = [new("m1", "m2", 3), new("m1", "m3"), new("m2", "m3"), new("m3", "m4", 6), new("m4", "m5"), new("m4", "m6"), new("m6", "m7"), new("m1", "m7"), new("m8", "m9"), new("m9", "m10"), new("m8", "m10", 2), new("m11", "m12")],
        },
    };
}
