using Ptce.Charts.Drawing;

namespace Ptce.Charts;

/// <summary>
/// A figure drawn as a self-contained SVG element (figure). The same figure always gives the same bytes; it is readable without colour
/// (patterns, marks, direct labels) and carries its text alternative in <c>title</c> and <c>desc</c> (RGAA 1.1, WCAG 2.2 criterion 1.1.1).
/// </summary>
/// <remarks>
/// Colours are presentation attributes with classes beside them: <see cref="ChartTheme.Css"/> maps the classes to CSS custom properties,
/// so that a page can retheme a figure without inline styles (content security policy).
/// </remarks>
public abstract record Figure
{
    /// <summary>Identifier, unique in the page: prefix of every <c>id</c> in the drawing. Letters, digits, <c>-</c> and <c>_</c>.</summary>
    /// <exception cref="ArgumentException">The identifier is empty or holds another character.</exception>
    public required string Id
    {
        get;
        init => field = value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? value
            : throw new ArgumentException("A figure's identifier holds letters, digits, '-' and '_'.", nameof(value));
    }

    /// <summary>Title (titre): the first words a screen reader says.</summary>
    public required string Title { get; init; }

    /// <summary>Long text alternative (alternative textuelle); by default the figure tells its own values.</summary>
    public string? Description { get; init; }

    /// <summary>Language of words and numbers.</summary>
    public Language Language { get; init; } = Language.French;

    /// <summary>Width of the drawing, px.</summary>
    public virtual int Width { get; init; } = 720;

    /// <summary>The figure as an <c>svg</c> element.</summary>
    /// <exception cref="ArgumentException">The data cannot be drawn as this figure (for example a negative part of a whole).</exception>
    public string ToSvg()
    {
        var body = new SvgText();
        var height = Draw(body);
        var language = Language == Language.French ? "fr" : "en";
        return new SvgText()
            .Open("svg",
                ("xmlns", "http://www.w3.org/2000/svg"), ("class", "chart"), ("role", "img"), ("lang", language),
                ("aria-labelledby", $"{Id}-title {Id}-desc"),
                ("viewBox", $"0 0 {Width} {SvgText.Number(height)}"), ("width", SvgText.Number(Width)), ("height", SvgText.Number(height)),
                ("font-family", "system-ui, sans-serif"), ("font-size", "13"), ("fill", Palette.Ink))
            .Element("title", Title, ("id", $"{Id}-title"))
            .Element("desc", Description ?? Describe(), ("id", $"{Id}-desc"))
            .Append(body)
            .Close("svg")
            .ToString();
    }

    /// <summary>Tells the values in words, one sentence a series.</summary>
    protected abstract string Describe();

    /// <summary>Draws into <paramref name="svg"/> and answers the height used, px.</summary>
    private protected abstract double Draw(SvgText svg);

    private protected string Say(string french, string english) => Language == Language.French ? french : english;

    private protected string Say(Datum datum, NumberFormat format) => datum.Value is { } value
        ? format.Write(value, Language) + (datum.Mark is null ? "" : Say(" ", " ") + datum.Mark)
        : datum.Mark ?? Say("non disponible", "not available");

    /// <summary>French puts a no-break space before the colon.</summary>
    private protected string Colon => Say(" : ", ": ");
}
