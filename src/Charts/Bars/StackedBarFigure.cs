using Ptce.Charts.Drawing;

namespace Ptce.Charts.Bars;

/// <summary>Lying stacked bars (barres empilées), for instance the structure of income (structure des produits); parts carry weaves and labels.</summary>
public sealed record StackedBarFigure : Figure
{
    private const double Row = 38, Thickness = 24;

    /// <summary>Names of the parts (séries), first drawn first.</summary>
    public required IReadOnlyList<string> Series { get; init; }

    /// <summary>The bars, drawn in this order.</summary>
    public required IReadOnlyList<StackedBar> Bars { get; init; }

    /// <summary>How values are written when the bars are not shares.</summary>
    public NumberFormat Format { get; init; } = NumberFormat.Euros;

    /// <summary>Each bar is drawn as 100 % of its own known parts; a bar with a missing part is then left blank, since its shares are unknown.</summary>
    public bool AsShares { get; init; } = true;

    /// <inheritdoc/>
    protected override string Describe() => string.Join(" ", Bars.Select(bar =>
        bar.Label + Colon + string.Join(", ", Series.Select((name, i) => name + " " + PartText(bar, i))) + "."));

    private protected override double Draw(SvgText svg)
    {
        if (Bars.Any(b => b.Parts.Count != Series.Count))
            throw new ArgumentException("Every bar has one part per series.");
        if (Bars.Any(b => b.Parts.Any(p => p < 0)))
            throw new ArgumentException("A part of a whole is not negative.");

        Palette.Define(svg, Id, Series.Count);
        var top = Legend(svg);
        var labelRoom = Math.Min(Width * 0.34, Bars.Select(b => Lettering.Width(b.Label)).DefaultIfEmpty().Max());
        var left = labelRoom + 10;
        var totals = Bars.Select(b => b.Parts.Sum(p => p ?? 0)).ToList();
        var ends = Bars.Select((b, i) => EndText(b, totals[i])).ToList();
        var right = Width - ends.Select(e => Lettering.Width(e)).DefaultIfEmpty().Max() - 12;
        var longest = totals.DefaultIfEmpty().Max();
        for (var i = 0; i < Bars.Count; i++)
        {
            var middle = top + i * Row + Row / 2;
            Lettering.Write(svg, Lettering.Wrap(Bars[i].Label, labelRoom, 2, 12), labelRoom, middle, "end", size: 12);
            var whole = AsShares ? totals[i] : longest;
            var x = left;
            if (Drawable(Bars[i]) && whole > 0)
            {
                for (var s = 0; s < Series.Count; s++)
                {
                    var width = (double)((Bars[i].Parts[s] ?? 0) / whole) * (right - left);
                    Segment(svg, s, x, middle, width, PartText(Bars[i], s));
                    x += width;
                }
            }
            Lettering.Write(svg, [ends[i]], x + 6, middle, "start", Missing(Bars[i]) ? "quiet" : "");
        }
        return top + Bars.Count * Row + 6;
    }

    private void Segment(SvgText svg, int series, double x, double middle, double width, string text)
    {
        if (width <= 0)
            return;
        svg.Leaf("rect", ("x", SvgText.Number(x)), ("y", SvgText.Number(middle - Thickness / 2)), ("width", SvgText.Number(width)), ("height", SvgText.Number(Thickness)),
            ("fill", Palette.Fill(Id, series)), ("stroke", Palette.Paper));
        var room = Lettering.Width(text, 12) + 6;
        if (room + 4 > width)
            return;
        // A plate keeps the number readable over any weave.
        svg.Leaf("rect", ("class", "paper"), ("x", SvgText.Number(x + width / 2 - room / 2)), ("y", SvgText.Number(middle - 8)), ("width", SvgText.Number(room)), ("height", "16"), ("rx", "3"), ("fill", Palette.Paper));
        Lettering.Write(svg, [text], x + width / 2, middle, "middle", size: 12);
    }

    private double Legend(SvgText svg)
    {
        var x = 2.0;
        var y = 12.0;
        for (var s = 0; s < Series.Count; s++)
        {
            var name = Lettering.Cut(Series[s], Width - 40);
            var room = 24 + Lettering.Width(name) + 14;
            if (x > 2 && x + room > Width)
            {
                x = 2;
                y += 22;
            }
            svg.Leaf("rect", ("x", SvgText.Number(x)), ("y", SvgText.Number(y - 8)), ("width", "18"), ("height", "16"), ("fill", Palette.Fill(Id, s)));
            Lettering.Write(svg, [name], x + 24, y, "start");
            x += room;
        }
        return y + 14;
    }

    private string PartText(StackedBar bar, int series)
    {
        if (bar.Parts[series] is not { } part)
            return bar.Mark ?? Say("n. d.", "n/a");
        if (!AsShares)
            return Format.Write(part, Language);
        var total = bar.Parts.Sum(p => p ?? 0);
        return Missing(bar) || total == 0 ? bar.Mark ?? Say("n. d.", "n/a") : NumberFormat.Percent.Write(part / total * 100, Language);
    }

    private string EndText(StackedBar bar, decimal total) =>
        Missing(bar) ? bar.Mark ?? Say("n. d.", "n/a") : AsShares ? "" : Format.Write(total, Language);

    private bool Drawable(StackedBar bar) => !AsShares || !Missing(bar);

    private static bool Missing(StackedBar bar) => bar.Parts.Any(p => p is null);
}
