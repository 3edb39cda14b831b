using System.Text;
using Ptce.Charts.Drawing;

namespace Ptce.Charts.Lines;

/// <summary>A line the size of a word (sparkline), with its last known value.</summary>
public sealed record SparklineFigure : Figure
{
    /// <summary>The values in order of time; null leaves a gap. Labels serve the text alternative.</summary>
    public required IReadOnlyList<Datum> Values { get; init; }

    /// <summary>How the last value is written.</summary>
    public NumberFormat Format { get; init; } = NumberFormat.Count;

    /// <inheritdoc/>
    public override int Width { get; init; } = 140;

    /// <inheritdoc/>
    protected override string Describe() => string.Join(", ", Values.Select(v => $"{v.Label} {Say(v, Format)}")) + ".";

    private protected override double Draw(SvgText svg)
    {
        var known = Values.Where(v => v.Value is not null).Select(v => v.Value!.Value).ToList();
        if (known.Count == 0)
        {
            Lettering.Write(svg, [Say("n. d.", "n/a")], 0, 12, "start", "quiet", 12);
            return 24;
        }
        var low = known.Min();
        var span = known.Max() - low;
        var text = Format.Write(known[^1], Language);
        var right = Math.Max(20, Width - Lettering.Width(text, 12) - 10);
        var path = new StringBuilder();
        var pen = false;
        (double X, double Y) end = default;
        for (var i = 0; i < Values.Count; i++)
        {
            if (Values[i].Value is { } value)
            {
                end = (Values.Count == 1 ? right : 3 + i * (right - 6) / (Values.Count - 1), span == 0 ? 12 : 20 - (double)((value - low) / span) * 16);
                path.Append(pen ? 'L' : 'M').Append(SvgText.Number(end.X)).Append(' ').Append(SvgText.Number(end.Y)).Append(pen ? "" : "h0");
            }
            pen = Values[i].Value is not null;
        }
        svg.Leaf("path", ("class", "l1"), ("d", path.ToString()), ("fill", "none"), ("stroke", Palette.Colour(0)), ("stroke-width", "1.6"), ("stroke-linecap", "round"));
        Marker.Draw(svg, 0, end.X, end.Y, 2.4);
        Lettering.Write(svg, [text], right + 6, 12, "start", size: 12);
        return 24;
    }
}
