using Ptce.Charts.Drawing;

namespace Ptce.Charts.Bars;

/// <summary>Bars of one series (diagramme en barres), every bar with its label and its value beside it; negative values go the other way from zero.</summary>
public sealed record BarFigure : Figure
{
    /// <summary>The bars, drawn in this order.</summary>
    public required IReadOnlyList<Datum> Bars { get; init; }

    /// <summary>How values are written.</summary>
    public NumberFormat Format { get; init; } = NumberFormat.Count;

    /// <summary>Upright bars (verticales) in place of lying ones (horizontales).</summary>
    public bool Upright { get; init; }

    /// <inheritdoc/>
    protected override string Describe() => string.Join(Say(" ; ", "; "), Bars.Select(b => b.Label + Colon + Say(b, Format))) + ".";

    private protected override double Draw(SvgText svg) => Upright ? DrawUpright(svg) : DrawLying(svg);

    private double DrawLying(SvgText svg)
    {
        const double row = 30, bar = 20, top = 6;
        var scale = Scale.Exactly(Bars.Select(b => b.Value ?? 0));
        var values = Bars.Select(b => Say(b, Format)).ToList();
        var labelRoom = Math.Min(Width * 0.4, Bars.Select(b => Lettering.Width(b.Label)).DefaultIfEmpty().Max());
        var valueRoom = values.Select(v => Lettering.Width(v)).DefaultIfEmpty().Max() + 8;
        var left = labelRoom + 10 + (scale.Low < 0 ? valueRoom : 0);
        var right = Width - valueRoom - 2;
        var zero = scale.At(0, left, right);
        for (var i = 0; i < Bars.Count; i++)
        {
            var middle = top + i * row + row / 2;
            Lettering.Write(svg, Lettering.Wrap(Bars[i].Label, labelRoom, 2, 12), labelRoom, middle, "end", size: 12);
            var end = zero;
            if (Bars[i].Value is { } value)
            {
                end = scale.At(value, left, right);
                Block(svg, Math.Min(zero, end), middle - bar / 2, Math.Abs(end - zero), bar);
            }
            var negative = Bars[i].Value < 0;
            Lettering.Write(svg, [values[i]], negative ? end - 5 : end + 5, middle, negative ? "end" : "start", Bars[i].Value is null ? "quiet" : "");
        }
        var bottom = top + Bars.Count * row;
        Axis(svg, zero, top, zero, bottom);
        return bottom + 6;
    }

    private double DrawUpright(SvgText svg)
    {
        const double top = 24, plot = 220;
        var scale = Scale.Exactly(Bars.Select(b => b.Value ?? 0));
        var column = (Width - 8.0) / Math.Max(1, Bars.Count);
        var bar = Math.Min(56, column * 0.62);
        var floor = top + plot;
        var zero = scale.At(0, floor, top);
        var lines = 1;
        for (var i = 0; i < Bars.Count; i++)
        {
            var middle = 4 + i * column + column / 2;
            var end = zero;
            if (Bars[i].Value is { } value)
            {
                end = scale.At(value, floor, top);
                Block(svg, middle - bar / 2, Math.Min(zero, end), bar, Math.Abs(end - zero));
            }
            var text = Lettering.Cut(Say(Bars[i], Format), column, 12);
            Lettering.Write(svg, [text], middle, Bars[i].Value < 0 ? end + 11 : end - 10, "middle", Bars[i].Value is null ? "quiet" : "", 12);
            var label = Lettering.Wrap(Bars[i].Label, column - 4, 3, 12);
            lines = Math.Max(lines, label.Count);
            var below = floor + (scale.Low < 0 ? 22 : 6);
            Lettering.Write(svg, label, middle, below + label.Count * 7.2, "middle", size: 12);
        }
        Axis(svg, 4, zero, Width - 4, zero);
        return floor + (scale.Low < 0 ? 22 : 6) + lines * 14.4 + 8;
    }

    private static void Block(SvgText svg, double x, double y, double width, double height) =>
        svg.Leaf("rect", ("class", "c1"), ("x", SvgText.Number(x)), ("y", SvgText.Number(y)), ("width", SvgText.Number(width)), ("height", SvgText.Number(height)), ("fill", Palette.Colour(0)));

    private static void Axis(SvgText svg, double x1, double y1, double x2, double y2) =>
        svg.Leaf("line", ("class", "axis"), ("x1", SvgText.Number(x1)), ("y1", SvgText.Number(y1)), ("x2", SvgText.Number(x2)), ("y2", SvgText.Number(y2)), ("stroke", Palette.Quiet));
}
