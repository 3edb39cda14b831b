using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Ptce.ServiceDefaults.Database;

namespace Ptce.Gateway.Session;

/// <summary>The browser's session: a cookie that is nothing but a key, a server side that holds the tokens (back end for front end).</summary>
internal static class SessionSetup
{
    public const string Cookie = "session";
    public const string SignIn = "session-sign-in";

    public static void AddSession(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var local = string.IsNullOrEmpty(builder.Configuration[SessionSettings.SecretKey]);
        if (local)
        {
            // One process: nobody else needs to know the secret, so it is made anew at every start.
            builder.Configuration[SessionSettings.SecretKey] = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
            services.AddSingleton<LocalIdentity>();
        }
        var issuer = new Uri(builder.Configuration["Identity:Issuer"]!);
        var settings = new SessionSettings { Issuer = new Uri(issuer.AbsoluteUri.TrimEnd('/') + "/"), Secret = builder.Configuration[SessionSettings.SecretKey]! };
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(settings));
        builder.AddServiceDatabase<SessionsDb, SqliteSessionsDb, SqlServerSessionsDb>("gateway");
        services.AddSingleton<SessionStore>();
        services.AddSingleton<IdentityChannel>();
        services.AddSingleton<ForgeryTokens>();
        var channel = services.AddHttpClient(IdentityChannel.Client, client => client.Timeout = TimeSpan.FromSeconds(20));
        if (!local)
            channel.AddServiceDiscovery();

        services.AddAuthentication().AddCookie(Cookie).AddOpenIdConnect(SignIn, _ => { });
        services.AddOptions<CookieAuthenticationOptions>(Cookie).Configure<SessionStore>((cookie, store) => Configure(cookie, settings, store));
        services.AddOptions<OpenIdConnectOptions>(SignIn).Configure<IdentityChannel, IHttpClientFactory>((oidc, identity, clients) =>
        {
            Configure(oidc, settings);
            oidc.ConfigurationManager = identity;
            oidc.Backchannel = clients.CreateClient(IdentityChannel.Client);
        });
    }

    private static void Configure(CookieAuthenticationOptions cookie, SessionSettings settings, SessionStore store)
    {
        cookie.Cookie.Name = settings.Cookie;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SecurePolicy = settings.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.SessionStore = store;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
    }

    private static void Configure(OpenIdConnectOptions oidc, SessionSettings settings)
    {
        oidc.ClientId = SessionSettings.ClientId;
        oidc.ClientSecret = settings.Secret;
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        oidc.UsePkce = true;
        oidc.SaveTokens = true;
        oidc.SignInScheme = Cookie;
        oidc.CallbackPath = SessionSettings.CallbackPath;
        oidc.SignedOutCallbackPath = "/session/signed-out";
        oidc.RemoteSignOutPath = "/session/remote-sign-out";
        oidc.MapInboundClaims = false;
        oidc.Scope.Clear();
        foreach (var scope in (string[])["openid", "profile", "email", "offline_access"])
            oidc.Scope.Add(scope);
        oidc.TokenValidationParameters.ValidIssuer = settings.Issuer.AbsoluteUri;
        oidc.TokenValidationParameters.NameClaimType = "name";
        foreach (var cookie in (CookieBuilder[])[oidc.CorrelationCookie, oidc.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = settings.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        }
        oidc.Events.OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.RedirectUri = new Uri(settings.Issuer, SessionSettings.CallbackPath).AbsoluteUri;
            return Task.CompletedTask;
        };
        oidc.Events.OnTicketReceived = context =>
        {
            ForgeryTokens.Bind(context.Properties!);
            return Task.CompletedTask;
        };
        oidc.Events.OnRemoteFailure = context =>
        {
            // Too late, twice, or in another browser: the person simply begins again.
            context.Response.Redirect("/?sign-in=failed");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }
}
