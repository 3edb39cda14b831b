using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Gateway.Session;

/// <summary>
/// Proof that a request of the session comes from our own pages: a token bound to the session, read from <c>GET /session</c> and sent back as
/// <c>X-CSRF-Token</c> (or the form field <c>csrf</c>). Other sites can make the browser send the cookie, but read neither.
/// </summary>
internal sealed class ForgeryTokens(IDataProtectionProvider protection)
{
    public const string Header = "X-CSRF-Token";
    public const string Field = "csrf";

    public static readonly Problem Missing = new("request.session.forged", 403,
        fr: "Cette demande ne vient pas d'une page de l'observatoire ouverte dans cette session. Rechargez la page puis recommencez.",
        en: "This request does not come from a page of the observatory opened in this session. Reload the page and try again.");

    private const string SessionId = "ptce.sid";
    private readonly IDataProtector protector = protection.CreateProtector("Ptce.Gateway.Forgery");

    /// <summary>Gives a new session the number that its tokens are bound to; it never leaves the server in clear.</summary>
    public static void Bind(AuthenticationProperties session) => session.Items[SessionId] = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    public string For(AuthenticationProperties session) => protector.Protect(session.Items[SessionId]!);

    public bool IsGenuine(AuthenticationProperties session, string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 1000)
            return false;
        try
        {
            return protector.Unprotect(token) == session.Items[SessionId];
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
