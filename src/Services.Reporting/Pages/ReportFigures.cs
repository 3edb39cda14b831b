using Ptce.Charts;
using Ptce.Charts.Bars;
using Ptce.Charts.Lines;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Pages;

/// <summary>The drawings beside tables: the same values, no other.</summary>
internal static class ReportFigures
{
    public static Html Of(Table table, Words words, bool demonstration) => table.Code switch
    {
        "T1" => Bars(table, 0, words, demonstration),
        "T2" => Lines(table, words),
        "T3" or "T5" or "T6" => Bars(table, 0, words, demonstration),
        "T4" => Parts(table, words),
        "T8" => Bars(table, 0, words, demonstration),
        "T9" => Income(table, words),
        _ => Html.Empty,
    };

    private static IEnumerable<Row> Body(Table table) => table.Rows.Where(row => row.Key is not ("total" or "unknown"));

    private static Html Bars(Table table, int column, Words words, bool demonstration)
    {
        var bars = Body(table).Select(row => new Datum(words.Say(row.Label), row.Cells[column].Value, Sign(row.Cells[column], words, demonstration))).ToArray();
        return bars.Any(bar => bar.Value is not null)
            ? Drawn(new BarFigure { Id = $"{table.Code}-figure", Title = words.Say(table.Title), Language = words.ChartLanguage, Bars = bars, Format = Words.Format(table.Columns[column].Unit) })
            : Html.Empty;
    }

    private static Html Lines(Table table, Words words)
    {
        var years = table.Columns.TakeWhile(column => column.Key.All(char.IsAsciiDigit)).ToArray();
        var lines = Body(table).Select(row => new Line(words.Say(row.Label), [.. row.Cells.Take(years.Length).Select(cell => cell.Value)])).ToArray();
        return lines.Any(line => line.Values.Any(value => value is not null))
            ? Drawn(new LineFigure { Id = $"{table.Code}-figure", Title = words.Say(table.Title), Language = words.ChartLanguage, Positions = [.. years.Select(year => year.Key)], Lines = lines })
            : Html.Empty;
    }

    /// <summary>T4: the three families, first circle then both.</summary>
    private static Html Parts(Table table, Words words)
    {
        var families = Body(table).ToArray();
        StackedBar Bar(Label label, int column) => new(words.Say(label), [.. families.Select(row => row.Cells[column].Value)]);
        return families.All(row => row.Cells[0].Value is not null)
            ? Drawn(new StackedBarFigure
            {
                Id = "T4-figure",
                Title = words.Say(table.Title),
                Language = words.ChartLanguage,
                Series = [.. families.Select(row => words.Say(row.Label))],
                Bars = [Bar(new("Premier cercle", "First circle"), 0), Bar(new("Deux cercles", "Both circles"), 3)],
                Format = NumberFormat.Count,
            })
            : Html.Empty;
    }

    /// <summary>T9: the origins of pooled income, when none of them is suppressed.</summary>
    private static Html Income(Table table, Words words)
    {
        var origins = Indicators.Income.Origins.Select(origin => table.Rows.Single(row => row.Key == origin.Part)).ToArray();
        return origins.All(row => row.Cells[0].Value >= 0)
            ? Drawn(new StackedBarFigure
            {
                Id = "T9-figure",
                Title = words.Say(table.Title),
                Language = words.ChartLanguage,
                Series = [.. origins.Select(row => words.Say(row.Label))],
                Bars = [new(words.Say("Ensemble", "All"), [.. origins.Select(row => row.Cells[0].Value)])],
            })
            : Html.Empty;
    }

    private static Html Drawn(Ptce.Charts.Figure figure) => new($"<figure>{figure.ToSvg()}</figure>");

    private static string? Sign(Cell cell, Words words, bool demonstration) => cell.Status switch
    {
        FigureStatus.Suppressed => "s",
        FigureStatus.Missing => words.Say("n. d.", "n/a"),
        _ => demonstration ? Words.Sign(cell.Origin) : null,
    };
}
