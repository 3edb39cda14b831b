namespace Ptce.Charts;

/// <summary>Language of a figure's own words and numbers (langue).</summary>
public enum Language
{
    /// <summary>French (français): <c>1 234,5</c>, narrow no-break space between thousands.</summary>
    French,

    /// <summary>English (anglais): <c>1,234.5</c>.</summary>
    English,
}
