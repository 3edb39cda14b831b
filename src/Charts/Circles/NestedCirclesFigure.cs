using Ptce.Charts.Drawing;

namespace Ptce.Charts.Circles;

/// <summary>
/// Circles of belonging (cercles d'appartenance), nested: the area of each is proportional to the cumulated number of members, the inner circles counted in.
/// A circle that cannot be counted is drawn dashed around the known ones and says so; it is never 0.
/// </summary>
public sealed record NestedCirclesFigure : Figure
{
    private const double Largest = 130, Margin = 10;

    /// <summary>Cumulated counts from the innermost circle outwards; each known one at least the previous.</summary>
    public required IReadOnlyList<Datum> Circles { get; init; }

    /// <inheritdoc/>
    public override int Width { get; init; } = 560;

    /// <inheritdoc/>
    protected override string Describe() => string.Join(Say(" ; ", "; "), Circles.Select(c => c.Label + Colon + Say(c, NumberFormat.Count))) + ".";

    private protected override double Draw(SvgText svg)
    {
        var known = Circles.Where(c => c.Value is not null).Select(c => c.Value!.Value).ToList();
        if (known.Any(k => k < 0) || known.Zip(known.Skip(1)).Any(p => p.Second < p.First))
            throw new ArgumentException("Cumulated counts are not negative and do not decrease outwards.");

        Palette.Define(svg, Id, Circles.Count);
        var radii = Radii(known);
        var floor = Margin + 2 * Largest;
        const double centre = Margin + Largest;
        for (var i = Circles.Count - 1; i >= 0; i--)
        {
            var unknown = Circles[i].Value is null;
            svg.Leaf("circle",
                ("class", unknown ? "l5" : "paper"), ("cx", SvgText.Number(centre)), ("cy", SvgText.Number(floor - radii[i])), ("r", SvgText.Number(radii[i])),
                ("fill", unknown ? "none" : Palette.Paper), ("stroke", Palette.Edge), ("stroke-dasharray", unknown ? "5 4" : ""));
            if (!unknown)
                svg.Leaf("circle", ("cx", SvgText.Number(centre)), ("cy", SvgText.Number(floor - radii[i])), ("r", SvgText.Number(radii[i])), ("fill", Palette.Fill(Id, i)), ("fill-opacity", "0.75"), ("stroke", Palette.Edge));
        }
        var labelX = centre + Largest + 40;
        var free = floor - 8;
        for (var i = 0; i < Circles.Count; i++)
        {
            var top = floor - 2 * radii[i];
            var y = Math.Min(free, Math.Max(Margin + 8 + (Circles.Count - 1 - i) * 34, top + 6));
            free = y - 34;
            svg.Leaf("path", ("class", "edge"), ("d", $"M{SvgText.Number(centre)} {SvgText.Number(top)}L{SvgText.Number(labelX - 6)} {SvgText.Number(y)}"), ("fill", "none"), ("stroke", Palette.Edge));
            Marker.Draw(svg, 0, centre, top, 2.2);
            Lettering.Write(svg, Lettering.Wrap(Circles[i].Label + Colon + Say(Circles[i], NumberFormat.Count), Width - labelX - 4, 2), labelX, y, "start");
        }
        return floor + Margin;
    }

    private double[] Radii(List<decimal> known)
    {
        var radii = new double[Circles.Count];
        var unknownOutside = Circles.Reverse().TakeWhile(c => c.Value is null).Count();
        var largest = Largest - unknownOutside * 14;
        var most = known.DefaultIfEmpty().Max();
        var inner = 0.0;
        for (var i = 0; i < Circles.Count; i++)
        {
            radii[i] = Circles[i].Value is { } n && most > 0
                ? Math.Max(4, largest * Math.Sqrt((double)(n / most)))
                : i >= Circles.Count - unknownOutside ? Math.Min(Largest, Math.Max(inner, largest) + 14) : inner + 6;
            inner = radii[i];
        }
        return radii;
    }
}
