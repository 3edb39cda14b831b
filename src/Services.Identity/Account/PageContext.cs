using Microsoft.AspNetCore.Antiforgery;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Identity.Account;

/// <summary>What every page of Identity needs to know of its request: the language, the antiforgery token and who is signed in.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="TokenField">Name of the hidden field that protects forms against forged requests.</param>
/// <param name="Token">Value of that field.</param>
/// <param name="PersonName">Who is signed in; null for nobody.</param>
public sealed record PageContext(string Language, string TokenField, string Token, string? PersonName = null)
{
    /// <summary>The text in the page's language.</summary>
    /// <param name="french">French text.</param>
    /// <param name="english">English text.</param>
    public string In(string french, string english) => Language == "en" ? english : french;

    internal static PageContext Of(HttpContext http, string? personName = null, string? language = null)
    {
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return new PageContext(language ?? Languages.Of(http.Request), tokens.FormFieldName, tokens.RequestToken!, personName);
    }
}
