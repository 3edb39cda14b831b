namespace Ptce.Charts.Drawing;

/// <summary>
/// Measures and breaks text without a font: widths are those of a humanist sans serif, rounded up, so that a label seldom runs out of its room.
/// </summary>
internal static class Lettering
{
    public static double Width(string text, double size = 13)
    {
        var em = 0.0;
        foreach (var c in text)
        {
            em += c switch
            {
                'i' or 'j' or 'l' or '\'' or '’' or '.' or ',' or ':' or ';' or '|' or '!' or 'I' => 0.3,
                ' ' or '\u202f' or '\u00a0' or 'f' or 't' or 'r' or '(' or ')' or '-' => 0.36,
                'm' or 'w' or 'M' or 'W' or '%' or '€' or '@' => 0.88,
                >= 'A' and <= 'Z' => 0.7,
                _ => 0.57,
            };
        }
        return em * size;
    }

    public static IReadOnlyList<string> Wrap(string text, double room, int lines = 3, double size = 13)
    {
        var result = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Width(longer, size) > room)
            {
                result.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }
        result.Add(line);
        if (result.Count > lines)
            result = [.. result.Take(lines - 1), string.Join(' ', result.Skip(lines - 1))];
        return [.. result.Select(l => Cut(l, room, size))];
    }

    public static string Cut(string text, double room, double size = 13)
    {
        if (Width(text, size) <= room)
            return text;
        var end = text.Length;
        while (end > 1 && Width(text[..end], size) + 0.57 * size > room)
            end--;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end].TrimEnd() + "…";
    }

    /// <summary>Lines of one label, centred vertically on <paramref name="y"/>.</summary>
    public static void Write(SvgText svg, IReadOnlyList<string> lines, double x, double y, string anchor, string className = "", double size = 13)
    {
        var step = size * 1.2;
        var first = y - (lines.Count - 1) * step / 2 + size * 0.35;
        for (var i = 0; i < lines.Count; i++)
        {
            svg.Element("text", lines[i],
                ("class", className), ("x", SvgText.Number(x)), ("y", SvgText.Number(first + i * step)), ("text-anchor", anchor == "start" ? "" : anchor),
                ("font-size", size == 13 ? "" : SvgText.Number(size)), ("fill", className == "quiet" ? Palette.QuietText : ""));
        }
    }
}
