using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Gateway.Session;

/// <summary>
/// Gives requests of a signed-in browser their access token on the way in: behind it, in either host, there are only bearer tokens. Refreshes
/// it shortly before it ends; a session that Identity has ended ends here too.
/// </summary>
internal sealed partial class SessionTokens(
    RequestDelegate next, IOptions<SessionSettings> settings, ForgeryTokens forgery, IdentityChannel identity, TimeProvider clock, ILogger<SessionTokens> log)
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(45);
    private readonly ConcurrentDictionary<string, Task<AuthenticateResult>> refreshing = new(StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext http)
    {
        if (!UsesSession(http.Request))
        {
            await next(http);
            return;
        }
        try
        {
            var session = await http.AuthenticateAsync(SessionSetup.Cookie);
            if (session.Succeeded && !IsSafe(http.Request.Method) && !forgery.IsGenuine(session.Properties, http.Request.Headers[ForgeryTokens.Header]))
            {
                await ForgeryTokens.Missing.With().ExecuteAsync(http);
                return;
            }
            if (session.Succeeded && await AccessTokenAsync(http, session) is { } token)
                http.Request.Headers.Authorization = "Bearer " + token;
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException or System.Data.Common.DbException or TaskCanceledException && !http.RequestAborted.IsCancellationRequested)
        {
            Away(log, failure);
            await RequestProblems.Unavailable.With().ExecuteAsync(http);
            return;
        }
        http.Response.OnStarting(static response =>
        {
            // What a session sees is nobody else's to keep.
            ((HttpResponse)response).Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, http.Response);
        await next(http);
    }

    private bool UsesSession(HttpRequest request) =>
        request.Headers.Authorization.Count == 0
        && request.Cookies.ContainsKey(settings.Value.Cookie)
        && (request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/reports") || request.Path.StartsWithSegments("/open-data"));

    private async Task<string?> AccessTokenAsync(HttpContext http, AuthenticateResult session)
    {
        if (Expiry(session.Properties!) - clock.GetUtcNow() > Early)
            return session.Properties!.GetTokenValue("access_token");

        // Requests of one page arrive together: one refreshes, the others wait for it.
        var cookie = http.Request.Cookies[settings.Value.Cookie]!;
        var task = refreshing.GetOrAdd(cookie, _ => RefreshAsync(http, session));
        try
        {
            var renewed = await task;
            return renewed.Succeeded ? renewed.Properties.GetTokenValue("access_token") : null;
        }
        finally
        {
            refreshing.TryRemove(new KeyValuePair<string, Task<AuthenticateResult>>(cookie, task));
        }
    }

    private async Task<AuthenticateResult> RefreshAsync(HttpContext http, AuthenticateResult session)
    {
        var refreshToken = session.Properties!.GetTokenValue("refresh_token");
        if (refreshToken is null || await identity.RefreshAsync(refreshToken, CancellationToken.None) is not { } tokens)
        {
            await http.SignOutAsync(SessionSetup.Cookie);
            return AuthenticateResult.NoResult();
        }
        Update(session.Properties!, tokens);
        await http.SignInAsync(SessionSetup.Cookie, session.Principal!, session.Properties);
        return session;
    }

    private void Update(AuthenticationProperties properties, JsonElement tokens)
    {
        properties.UpdateTokenValue("access_token", tokens.GetProperty("access_token").GetString()!);
        if (tokens.TryGetProperty("refresh_token", out var refresh))
            properties.UpdateTokenValue("refresh_token", refresh.GetString()!);
        if (tokens.TryGetProperty("id_token", out var id))
            properties.UpdateTokenValue("id_token", id.GetString()!);
        var expires = clock.GetUtcNow() + TimeSpan.FromSeconds(tokens.GetProperty("expires_in").GetInt32());
        properties.UpdateTokenValue("expires_at", expires.ToString("o", CultureInfo.InvariantCulture));
    }

    private static DateTimeOffset Expiry(AuthenticationProperties properties) =>
        DateTimeOffset.TryParse(properties.GetTokenValue("expires_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expires)
            ? expires
            : DateTimeOffset.MinValue;

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A session's token could not be read or refreshed")]
    private static partial void Away(ILogger log, Exception failure);
}
