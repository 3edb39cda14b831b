namespace Ptce.Charts.Drawing;

/// <summary>Eight series told apart by colour, by weave, by mark and by dash, each at 4.5:1 or more on white.</summary>
internal static class Palette
{
    public const string Ink = "#1c2430";
    public const string Quiet = "#8a94a3";
    public const string QuietText = "#4a5565";
    public const string Grid = "#dde2e8";
    public const string Paper = "#fff";
    public const string Edge = "#5b6470";

    public static IReadOnlyList<string> Colours { get; } = ["#0b5fa5", "#b45309", "#1a7f4b", "#7b3f98", "#5b6470", "#b3261e", "#0f6f78", "#846200"];

    private static readonly string[] Dashes = ["", "7 3", "2 3", "10 3 2 3", "4 4", "12 4", "1 4", "8 2 2 2 2 2"];

    private static readonly string[] Weaves =
    [
        "",
        "M-2 2L2 -2M0 8L8 0M6 10L10 6",
        "M0 4H8",
        "M-2 6L2 10M0 0L8 8M6 -2L10 2",
        "M4 0V8",
        "M0 0L8 8M8 0L0 8",
        "M0 4H8M4 0V8",
        "M1 2H3M5 6H7",
    ];

    public static string Colour(int series) => Colours[series % Colours.Count];

    public static string FillClass(int series) => $"c{series % Colours.Count + 1}";

    public static string LineClass(int series) => $"l{series % Colours.Count + 1}";

    public static string Dash(int series) => Dashes[series % Dashes.Length];

    /// <summary>Defines one woven fill per series; refer to it by <see cref="Fill"/>.</summary>
    public static void Define(SvgText svg, string id, int series)
    {
        svg.Open("defs");
        for (var i = 0; i < Math.Min(series, Colours.Count); i++)
        {
            svg.Open("pattern", ("id", $"{id}-w{i + 1}"), ("width", "8"), ("height", "8"), ("patternUnits", "userSpaceOnUse"))
                .Leaf("rect", ("class", FillClass(i)), ("width", "8"), ("height", "8"), ("fill", Colour(i)));
            if (Weaves[i].Length > 0)
                svg.Leaf("path", ("class", "weave"), ("d", Weaves[i]), ("stroke", Paper), ("stroke-width", "1.6"));
            svg.Close("pattern");
        }
        svg.Close("defs");
    }

    public static string Fill(string id, int series) => $"url(#{id}-w{series % Colours.Count + 1})";
}
