using System.Globalization;
using Ptce.Charts.Drawing;

namespace Ptce.Charts.Networks;

/// <summary>
/// The cooperation network (réseau de coopération): numbered members, tied when they share joint projects; families by shape, names in a key underneath.
/// </summary>
public sealed record NetworkFigure : Figure
{
    /// <summary>The members, numbered in this order; keys are unique.</summary>
    public required IReadOnlyList<NetworkNode> Nodes { get; init; }

    /// <summary>The ties; each joins two different members of <see cref="Nodes"/>.</summary>
    public required IReadOnlyList<NetworkTie> Ties { get; init; }

    /// <inheritdoc/>
    protected override string Describe()
    {
        var alone = Nodes.Count(n => Ties.All(t => t.From != n.Key && t.To != n.Key));
        var names = Nodes.ToDictionary(n => n.Key, n => n.Label);
        var counts = Say($"{Nodes.Count} membres, {Ties.Count} liens, {alone} sans lien.", $"{Nodes.Count} members, {Ties.Count} ties, {alone} without a tie.");
        var ties = string.Join(Say(" ; ", "; "), Ties.Select(t => $"{names[t.From]} – {names[t.To]} ({t.Weight})"));
        return ties.Length == 0 ? counts : $"{counts} {ties}.";
    }

    private protected override double Draw(SvgText svg)
    {
        var index = new Dictionary<string, int>();
        foreach (var node in Nodes)
        {
            if (!index.TryAdd(node.Key, index.Count))
                throw new ArgumentException($"The member {node.Key} comes twice.");
        }
        if (Ties.Any(t => t.From == t.To || !index.ContainsKey(t.From) || !index.ContainsKey(t.To)))
            throw new ArgumentException("A tie joins two different members of the network.");

        var families = Nodes.Select(n => n.Family).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        if (families.Count > 0 && Nodes.Any(n => n.Family is null))
            families.Add(Say("non renseigné", "not stated"));
        var placed = PlacedNetwork.Of(Nodes.Count, [.. Ties.Select(t => (index[t.From], index[t.To]))], Width);
        foreach (var tie in Ties)
        {
            var (a, b) = (placed.Places[index[tie.From]], placed.Places[index[tie.To]]);
            svg.Leaf("line", ("class", "edge"), ("x1", SvgText.Number(a.X)), ("y1", SvgText.Number(a.Y)), ("x2", SvgText.Number(b.X)), ("y2", SvgText.Number(b.Y)),
                ("stroke", Palette.Edge), ("stroke-opacity", "0.6"), ("stroke-width", SvgText.Number(Math.Min(7, 1.2 + tie.Weight * 0.6))));
        }
        for (var i = 0; i < Nodes.Count; i++)
        {
            var (x, y) = placed.Places[i];
            var shape = Shape(Nodes[i], families);
            // A triangle needs more room for its number.
            Marker.Draw(svg, shape, x, y, shape % 6 is 2 or 4 ? 15 : 11);
            svg.Element("text", Ordinal(i), ("class", "paper"), ("x", SvgText.Number(x)), ("y", SvgText.Number(y + 4)), ("text-anchor", "middle"), ("font-size", "11"), ("font-weight", "600"), ("fill", Palette.Paper));
        }
        return Key(svg, families, placed.Height + 12);
    }

    private double Key(SvgText svg, List<string> families, double top)
    {
        var y = top;
        if (families.Count > 0)
        {
            var x = 8.0;
            for (var f = 0; f < families.Count; f++)
            {
                var room = Lettering.Width(families[f]) + 34;
                if (x > 8 && x + room > Width)
                {
                    x = 8;
                    y += 20;
                }
                Marker.Draw(svg, f, x, y, 6);
                Lettering.Write(svg, [families[f]], x + 12, y, "start");
                x += room;
            }
            y += 22;
        }
        var columns = Width >= 600 ? 3 : Width >= 380 ? 2 : 1;
        var rows = (Nodes.Count + columns - 1) / columns;
        var wide = Width / (double)columns;
        for (var i = 0; i < Nodes.Count; i++)
        {
            var text = Lettering.Cut($"{Ordinal(i)}. {Nodes[i].Label}", wide - 8, 12);
            Lettering.Write(svg, [text], i / rows * wide, y + i % rows * 17, "start", size: 12);
        }
        return y + rows * 17 + 4;
    }

    private static int Shape(NetworkNode node, List<string> families) => node.Family is null ? Math.Max(0, families.Count - 1) : families.IndexOf(node.Family);

    private static string Ordinal(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
