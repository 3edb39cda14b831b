namespace Ptce.Contracts;

/// <summary>
/// The streams that events travel in. A stream is <c>category/key</c>; inside one stream events are applied in order and
/// without a gap. A consumer subscribes to whole categories, so that it can tell a gap from an event it does not need.
/// </summary>
public static class Streams
{
    /// <summary>Category of campaigns (opening, closing, publication); key: campaign id.</summary>
    public const string Campaigns = "survey.campaigns";

    /// <summary>Category of the dossier's flow (candidate, sign-off, return); key: dossier id.</summary>
    public const string Dossiers = "survey.dossiers";

    /// <summary>Category of counts and progress of dossiers, never values; key: dossier id.</summary>
    public const string Progress = "survey.progress";

    /// <summary>Category of figures that a leader accepted from members; key: PoleKey.</summary>
    public const string Figures = "survey.figures";

    /// <summary>Category of poles and organisations; key: PoleKey or organisation id.</summary>
    public const string Poles = "members.poles";

    /// <summary>Category of a section's checks, copies and signed versions; key: dossier id and section key.</summary>
    public const string Sections = "sections";

    /// <summary>Category of releases of reports; key: year.</summary>
    public const string Releases = "reporting.releases";

    /// <summary>The stream of one key in a category.</summary>
    /// <param name="category">One of the categories above.</param>
    /// <param name="key">The key inside the category.</param>
    public static string Of(string category, object key) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{category}/{key}");
}
