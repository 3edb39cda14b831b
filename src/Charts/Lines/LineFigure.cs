using System.Text;
using Ptce.Charts.Drawing;

namespace Ptce.Charts.Lines;

/// <summary>Evolution lines (courbes d'évolution) over equally spaced positions, usually years; told apart by marks and dashes, named at their end.</summary>
public sealed record LineFigure : Figure
{
    private const double Top = 14, Plot = 240;

    /// <summary>Labels of the horizontal axis, in order.</summary>
    public required IReadOnlyList<string> Positions { get; init; }

    /// <summary>The lines.</summary>
    public required IReadOnlyList<Line> Lines { get; init; }

    /// <summary>How values are written.</summary>
    public NumberFormat Format { get; init; } = NumberFormat.Count;

    /// <inheritdoc/>
    protected override string Describe() => string.Join(" ", Lines.Select(line =>
        line.Name + Colon + string.Join(", ", Positions.Select((position, i) => $"{position} {Say(new("", line.Values[i]), Format)}")) + "."));

    private protected override double Draw(SvgText svg)
    {
        if (Lines.Any(l => l.Values.Count != Positions.Count))
            throw new ArgumentException("Every line has one value per position.");
        var scale = Scale.Over(Lines.SelectMany(l => l.Values).OfType<decimal>());
        var axisFormat = Format with { Digits = scale.Digits, TrimZeros = false };
        var left = scale.Ticks().Max(t => Lettering.Width(axisFormat.Write(t, Language), 12)) + 10;
        var names = Lines.Select(EndLabel).ToList();
        var right = Width - 24 - Math.Min(Width * 0.3, names.Select(n => Lettering.Width(n, 12)).DefaultIfEmpty().Max());
        var floor = Top + Plot;

        foreach (var tick in scale.Ticks())
        {
            var y = scale.At(tick, floor, Top);
            svg.Leaf("line", ("class", tick == 0 ? "axis" : "grid"), ("x1", SvgText.Number(left)), ("y1", SvgText.Number(y)), ("x2", SvgText.Number(right)), ("y2", SvgText.Number(y)), ("stroke", tick == 0 ? Palette.Quiet : Palette.Grid));
            Lettering.Write(svg, [axisFormat.Write(tick, Language)], left - 6, y, "end", "quiet", 12);
        }
        var every = Math.Max(1, (int)Math.Ceiling(Positions.Count * 46 / Math.Max(1, right - left)));
        for (var i = 0; i < Positions.Count; i += every)
            Lettering.Write(svg, [Positions[i]], X(i), floor + 14, "middle", "quiet", 12);
        for (var s = 0; s < Lines.Count; s++)
            DrawLine(svg, s);
        NameEnds(svg, names, Width - right - 14);
        return floor + 28;

        double X(int position) => Positions.Count == 1 ? (left + right) / 2 : left + 8 + position * (right - left - 16) / (Positions.Count - 1);

        void DrawLine(SvgText target, int series)
        {
            var path = new StringBuilder();
            var pen = false;
            for (var i = 0; i < Positions.Count; i++)
            {
                if (Lines[series].Values[i] is { } value)
                    path.Append(pen ? 'L' : 'M').Append(SvgText.Number(X(i))).Append(' ').Append(SvgText.Number(scale.At(value, floor, Top)));
                pen = Lines[series].Values[i] is not null;
            }
            if (path.Length > 0)
                target.Leaf("path", ("class", Palette.LineClass(series)), ("d", path.ToString()), ("fill", "none"), ("stroke", Palette.Colour(series)), ("stroke-width", "2"), ("stroke-dasharray", Palette.Dash(series)));
            for (var i = 0; i < Positions.Count; i++)
            {
                if (Lines[series].Values[i] is { } value)
                    Marker.Draw(target, series, X(i), scale.At(value, floor, Top), 3.6);
            }
        }

        void NameEnds(SvgText target, List<string> labels, double room)
        {
            // Labels keep the order of the lines' ends and at least one line of text between them.
            var wanted = Lines
                .Select((line, s) => (Series: s, Last: line.Values.LastOrDefault(v => v is not null)))
                .Where(e => e.Last is not null)
                .Select(e => (e.Series, Y: scale.At(e.Last!.Value, floor, Top)))
                .OrderBy(e => e.Y).ThenBy(e => e.Series)
                .ToList();
            var free = Top;
            for (var i = 0; i < wanted.Count; i++)
            {
                var latest = floor - (wanted.Count - 1 - i) * 15;
                var y = Math.Min(Math.Max(wanted[i].Y, free), Math.Max(latest, free));
                free = y + 15;
                Marker.Draw(target, wanted[i].Series, right + 6, y, 3.2);
                Lettering.Write(target, [Lettering.Cut(labels[wanted[i].Series], room, 12)], right + 13, y, "start", size: 12);
            }
        }
    }

    private string EndLabel(Line line) =>
        line.Values.LastOrDefault(v => v is not null) is { } last ? $"{line.Name} {Format.Write(last, Language)}" : line.Name;
}
