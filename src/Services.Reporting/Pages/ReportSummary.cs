using Ptce.Reporting.Figures;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Pages;

/// <summary>The first figures a reader sees, each with its basis.</summary>
internal static class ReportSummary
{
    private const decimal Many = 15;

    public static Html Write(IReadOnlyList<Table> tables, ILookup<string, Figure> figures, Words words, bool demonstration)
    {
        Figure? Of(string code, string measure) => figures[code].FirstOrDefault(figure => figure.Measure == measure && figure.Pole is null && figure.Status == FigureStatus.Ok);
        var cards = new List<Html?>
        {
            Range(Of("I01", "min"), Of("I01", "max"), new("membres dans le premier cercle d'un PTCE", "members in a PTCE's first circle"), words, demonstration),
            Above(tables, words, demonstration),
            One(Of("I01", "pooled"), new("organisations membres du premier cercle, chacune comptée une fois", "first-circle organisations, each counted once"), words, demonstration),
            One(Of("I03", "mean"), new("d'entreprises hors ESS parmi les membres, en moyenne", "of members are non-ESS enterprises, on average"), words, demonstration),
            Range(Of("I05", "min"), Of("I05", "max"), new("ETP chez les membres d'un PTCE", "FTE in a PTCE's members"), words, demonstration),
            Range(Of("I11", "min"), Of("I11", "max"), new("de produits déclarés par PTCE", "of income declared by PTCE"), words, demonstration),
            One(Of("I11", "mean"), new("de produits en moyenne", "of income on average"), words, demonstration),
            One(Of("I13", "operating-grants.mean"), new("de subventions d'exploitation dans les produits, en moyenne", "of income is operating grants, on average"), words, demonstration),
        };
        return Html.Of($"<dl class=\"cards\">{cards.OfType<Html>()}</dl>");
    }

    /// <summary>PTCE above 15 members, when every one of them is named in table 1.</summary>
    private static Html? Above(IReadOnlyList<Table> tables, Words words, bool demonstration)
    {
        var table = tables.Single(one => one.Code == "T1");
        if (table.Rows.Count < table.N || table.N == 0)
            return null;
        var above = table.Rows.Count(row => row.Cells[0].Value > Many);
        var origin = table.Rows.Select(row => row.Cells[0].Origin).Union();
        return Card(
            Html.Of($"{words.Say($"{above} sur {table.N}", $"{above} of {table.N}")}{words.Mark(origin, demonstration)}"),
            words.Say("PTCE comptent plus de 15 membres au premier cercle", "PTCE have more than 15 first-circle members"));
    }

    private static Html? One(Figure? figure, Label text, Words words, bool demonstration) => figure is null
        ? null
        : Card(Html.Of($"{words.Number(figure.Value!.Value, figure.Unit)}{words.Mark(figure.Origin, demonstration)}"), words.Say(text));

    private static Html? Range(Figure? from, Figure? to, Label text, Words words, bool demonstration) => from is null || to is null
        ? null
        : Card(
            Html.Of($"{words.Say("de ", "")}{words.Number(from.Value!.Value, from.Unit)}{words.Say(" à ", " to ")}{words.Number(to.Value!.Value, to.Unit)}{words.Mark(from.Origin | to.Origin, demonstration)}"),
            words.Say(text));

    private static Html Card(Html value, string text) => Html.Of($"<div><dt>{value}</dt><dd>{text}</dd></div>");
}
