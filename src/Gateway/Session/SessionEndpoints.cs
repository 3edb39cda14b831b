using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Ptce.ServiceDefaults.Access;

namespace Ptce.Gateway.Session;

/// <summary><c>/session</c>: sign in, sign out, and who this browser is.</summary>
internal static class SessionEndpoints
{
    /// <summary>What the front end may know of its session; never a token.</summary>
    public sealed record State(bool SignedIn, Guid? Id, string? Name, string? Email, IReadOnlyList<string> Grants, string? Csrf);

    public static void MapSession(this WebApplication app)
    {
        var session = app.MapGroup("/session").AllowPublic().ExcludeFromDescription();
        session.MapGet("", ShowAsync);
        session.MapGet("/sign-in", (string? returnUrl) => Results.Challenge(new AuthenticationProperties { RedirectUri = Local(returnUrl) }, [SessionSetup.SignIn]));
        session.MapPost("/sign-out", SignOutAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ForgeryTokens forgery)
    {
        http.Response.Headers.CacheControl = "no-store";
        var session = await http.AuthenticateAsync(SessionSetup.Cookie);
        if (!session.Succeeded)
            return Results.Ok(new State(false, null, null, null, [], null));
        var access = new JsonWebToken(session.Properties.GetTokenValue("access_token"));
        return Results.Ok(new State(
            true,
            Guid.Parse(access.Subject),
            session.Principal.FindFirst("name")?.Value,
            session.Principal.FindFirst("email")?.Value,
            [.. access.Claims.Where(claim => claim.Type == Caller.GrantClaim).Select(claim => claim.Value)],
            forgery.For(session.Properties)));
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext http, ForgeryTokens forgery, IdentityChannel identity, IOptions<SessionSettings> settings, ILogger<State> log)
    {
        var token = http.Request.Headers[ForgeryTokens.Header].ToString();
        if (token.Length == 0 && http.Request.HasFormContentType)
            token = (await http.Request.ReadFormAsync(http.RequestAborted))[ForgeryTokens.Field].ToString();
        var session = await http.AuthenticateAsync(SessionSetup.Cookie);
        if (!session.Succeeded)
            return Results.LocalRedirect("/");
        if (!forgery.IsGenuine(session.Properties, token))
            return ForgeryTokens.Missing.With();
        await http.SignOutAsync(SessionSetup.Cookie);
        try
        {
            if (session.Properties.GetTokenValue("refresh_token") is { } refreshToken)
                await identity.RevokeAsync(refreshToken, http.RequestAborted);
        }
        catch (HttpRequestException failure)
        {
            log.LogWarning("Identity was away at sign-out, the refresh token ends by itself: {Error}", failure.Message);
        }
        var end = QueryString.Create("client_id", SessionSettings.ClientId)
            .Add("post_logout_redirect_uri", settings.Value.Issuer.AbsoluteUri)
            .Add("id_token_hint", session.Properties.GetTokenValue("id_token") ?? "");
        return Results.LocalRedirect("/connect/logout" + end);
    }

    private static string Local(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : "/";
}
