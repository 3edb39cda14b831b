using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ptce.ServiceDefaults.Problems;

/// <summary>A text in French and English.</summary>
/// <param name="Fr">French.</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Fr, string En)
{
    /// <summary>The text in a language: English for <c>en</c>, French for everything else.</summary>
    /// <param name="language">Two-letter language.</param>
    public string In(string language) => language == "en" ? En : Fr;

    /// <summary>The text with its placeholders <c>{0}</c>… filled in the culture of each language.</summary>
    /// <param name="values">Values.</param>
    public LocalText Format(params object?[] values) => values.Length == 0
        ? this
        : new(string.Format(Languages.French, Fr, values), string.Format(Languages.English, En, values));
}

/// <summary>The two languages, French first.</summary>
public static class Languages
{
    /// <summary>French of France.</summary>
    public static CultureInfo French { get; } = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>English.</summary>
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The language that the request prefers: <c>fr</c> unless English is asked for with a higher weight.</summary>
    /// <param name="request">The request; <c>?lang=</c> wins over <c>Accept-Language</c>.</param>
    public static string Of(HttpRequest request)
    {
        var asked = request.Query["lang"].ToString();
        if (asked is "fr" or "en")
            return asked;
        var accepted = request.GetTypedHeaders().AcceptLanguage;
        if (accepted is null)
            return "fr";
        return Weight(accepted, "en") > Weight(accepted, "fr") ? "en" : "fr";
    }

    private static double Weight(IList<StringWithQualityHeaderValue> accepted, string language) => accepted
        .Where(value => value.Value.StartsWith(language, StringComparison.OrdinalIgnoreCase))
        .Select(value => value.Quality ?? 1)
        .DefaultIfEmpty(0)
        .Max();
}
