using Ptce.Charts.Drawing;

namespace Ptce.Charts.Bars;

/// <summary>How much of a whole is done (avancement): a bar, and the same in words beside it.</summary>
public sealed record ProgressFigure : Figure
{
    /// <summary>What is done, 0 or more.</summary>
    public required decimal Done { get; init; }

    /// <summary>What there is to do; 0 is drawn as an empty bar with no percentage.</summary>
    public required decimal Total { get; init; }

    /// <inheritdoc/>
    public override int Width { get; init; } = 240;

    /// <inheritdoc/>
    protected override string Describe() => Words() + ".";

    private protected override double Draw(SvgText svg)
    {
        if (Done < 0 || Total < 0)
            throw new ArgumentException("Progress is not negative.");
        var words = Words();
        var bar = Math.Max(40, Width - Lettering.Width(words, 12) - 10);
        var ratio = Total == 0 ? 0 : Math.Min(1, (double)(Done / Total));
        svg.Leaf("rect", ("class", "grid"), ("x", "0.5"), ("y", "4.5"), ("width", SvgText.Number(bar - 1)), ("height", "11"), ("rx", "3"), ("fill", "none"), ("stroke", Palette.Quiet));
        if (ratio > 0)
            svg.Leaf("rect", ("class", "c1"), ("x", "0.5"), ("y", "4.5"), ("width", SvgText.Number((bar - 1) * ratio)), ("height", "11"), ("rx", "3"), ("fill", Palette.Colour(0)));
        Lettering.Write(svg, [words], bar + 6, 10, "start", size: 12);
        return 20;
    }

    private string Words()
    {
        var counts = $"{NumberFormat.Count.Write(Done, Language)}/{NumberFormat.Count.Write(Total, Language)}";
        // Rounded down: 99.6 % done is not done.
        return Total == 0 ? counts : $"{counts} ({new NumberFormat(0, "%").Write(Math.Floor(Math.Min(1, Done / Total) * 100), Language)})";
    }
}
