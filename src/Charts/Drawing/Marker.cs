namespace Ptce.Charts.Drawing;

/// <summary>Small shapes that tell series and families apart without colour.</summary>
internal static class Marker
{
    public static void Draw(SvgText svg, int kind, double x, double y, double r)
    {
        string N(double value) => SvgText.Number(value);
        var fill = ("class", Palette.FillClass(kind));
        var colour = ("fill", Palette.Colour(kind));
        switch (kind % 6)
        {
            case 0:
                svg.Leaf("circle", fill, ("cx", N(x)), ("cy", N(y)), ("r", N(r)), colour);
                break;
            case 1:
                svg.Leaf("rect", fill, ("x", N(x - r * 0.9)), ("y", N(y - r * 0.9)), ("width", N(r * 1.8)), ("height", N(r * 1.8)), colour);
                break;
            case 2:
                Path($"M{N(x)} {N(y - r * 1.15)}L{N(x + r * 1.1)} {N(y + r * 0.8)}H{N(x - r * 1.1)}Z");
                break;
            case 3:
                Path($"M{N(x)} {N(y - r * 1.25)}L{N(x + r * 1.25)} {N(y)}L{N(x)} {N(y + r * 1.25)}L{N(x - r * 1.25)} {N(y)}Z");
                break;
            case 4:
                Path($"M{N(x)} {N(y + r * 1.15)}L{N(x + r * 1.1)} {N(y - r * 0.8)}H{N(x - r * 1.1)}Z");
                break;
            default:
                Path($"M{N(x - r)} {N(y - r * 0.4)}L{N(x - r * 0.4)} {N(y - r)}H{N(x + r * 0.4)}L{N(x + r)} {N(y - r * 0.4)}V{N(y + r * 0.4)}L{N(x + r * 0.4)} {N(y + r)}H{N(x - r * 0.4)}L{N(x - r)} {N(y + r * 0.4)}Z");
                break;
        }
        void Path(string d) => svg.Leaf("path", fill, ("d", d), colour);
    }
}
