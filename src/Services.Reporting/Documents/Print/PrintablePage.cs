using System.Text.RegularExpressions;

namespace Ptce.Reporting.Documents.Print;

/// <summary>A page made to stand alone: its style inside, its links absolute, nothing that runs or loads.</summary>
internal static partial class PrintablePage
{
    private const string Policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">";

    public static string Of(string page, string styles, string site) =>
        RootLink().Replace(StyleLink().Replace(page, _ => $"{Policy}<style>{styles}</style>"), match => $"href=\"{site}/");

    [GeneratedRegex("<link rel=\"stylesheet\"[^>]*>")]
    private static partial Regex StyleLink();

    [GeneratedRegex("href=\"/")]
    private static partial Regex RootLink();
}
