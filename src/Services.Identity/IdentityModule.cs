using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using Ptce.Identity.Account;
using Ptce.Identity.Clients;
using Ptce.Identity.Connect;
using Ptce.Identity.Keys;
using Ptce.Identity.Mail;
using Ptce.Identity.Passwords;
using Ptce.Identity.People;
using Ptce.Identity.Storage;
using Ptce.ServiceDefaults;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Audit;
using Ptce.ServiceDefaults.Database;

namespace Ptce.Identity;

/// <summary>Accounts, access grants and the OpenID Connect server of the observatory.</summary>
public static class IdentityModule
{
    /// <summary>Registers the module.</summary>
    /// <param name="builder">The host.</param>
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddServiceDatabase<IdentityDb, SqliteIdentityDb, SqlServerIdentityDb>("identity");
        builder.AddDataKeys();
        services.AddOptions<IdentitySettings>().Bind(builder.Configuration.GetSection("Identity"))
            .Configure(settings => settings.ReadWordLists(builder.Configuration.GetSection("Identity:Clients")));
        services.Configure<KeyRotation>(builder.Configuration.GetSection("Identity:Keys"));
        services.Configure<BreachedPasswords>(builder.Configuration.GetSection("Identity:Passwords"));

        AddAccounts(services);
        AddOpenIdConnect(services);
        services.AddScoped<RegisterPerson>();
        services.AddScoped<RegisterClients>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<SignInThrottle>();
        services.AddScoped<PersonalLink>();
        services.AddScoped<Security>();
        services.Configure<MailSettings>(builder.Configuration.GetSection("Mail"));
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = PersonalLink.Life);
        services.AddHostedService<SendMail>();
        services.AddRazorComponents();
        services.AddSingleton<IStartupFilter, PinPublicAddress>();
        services.AddHostedService<PrepareIdentity>();
        services.AddHostedService<RotateKeys>();
    }

    /// <summary>Maps <c>/api/identity</c>, <c>/connect</c> and <c>/account</c>.</summary>
    /// <param name="app">The application.</param>
    public static void MapIdentity(this WebApplication app)
    {
        var api = app.MapGroup("/api/identity");
        api.MapPeople();
        api.MapAuditTrail<IdentityDb>();
        app.MapAccount();
        var connect = app.MapGroup("/connect").AllowPublic().ExcludeFromDescription();
        connect.MapMethods("/authorize", [HttpMethods.Get, HttpMethods.Post], Authorize.HandleAsync);
        connect.MapPost("/token", ExchangeToken.HandleAsync);
        connect.MapMethods("/logout", [HttpMethods.Get, HttpMethods.Post], EndSession.HandleAsync);
        connect.MapMethods("/userinfo", [HttpMethods.Get, HttpMethods.Post], ReadUserInfo.HandleAsync);
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<Person>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
                // PasswordRules decides alone: NIST SP 800-63B forbids rules of composition.
                options.Password = new() { RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
                options.Lockout.AllowedForNewUsers = false;
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.Tokens.AuthenticatorIssuer = "Observatoire des PTCE";
            })
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddScoped<IUserStore<Person>, UserOnlyStore<Person, IdentityDb, Guid>>();
        services.AddScoped(provider => (IUserAuthenticatorKeyStore<Person>)provider.GetRequiredService<IUserStore<Person>>());
        services.AddSingleton<KnownPasswords>();
        services.AddSingleton<PasswordRules>();
        services.AddScoped<IPasswordValidator<Person>>(provider => provider.GetRequiredService<PasswordRules>());
        // OWASP password storage: 210,000 rounds of PBKDF2-HMAC-SHA512.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddAuthentication().AddIdentityCookies();
        services.AddOptions<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure(cookie =>
            {
                cookie.Cookie.Name = "ptce.account";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
                cookie.SlidingExpiration = false;
            });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "ptce.form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    private static void AddOpenIdConnect(IServiceCollection services)
    {
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(provider => provider.GetRequiredService<KeyRing>());
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(provider => provider.GetRequiredService<KeyRing>());
        services.Replace(ServiceDescriptor.Singleton<ISigningKeySource, LocalSigningKeys>());
        services.AddOptions<OpenIddictServerOptions>().Configure<IOptions<IdentitySettings>>((options, settings) =>
            options.Issuer = settings.Value.RequireIssuer());
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityDb>().ReplaceDefaultEntities<Guid>())
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris("connect/authorize")
                    .SetTokenEndpointUris("connect/token")
                    .SetEndSessionEndpointUris("connect/logout")
                    .SetUserInfoEndpointUris("connect/userinfo")
                    .SetRevocationEndpointUris("connect/revoke");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowRefreshTokenFlow().AllowClientCredentialsFlow();
                server.RegisterScopes(["profile", "email", .. ServiceHost.Services]);
                server.DisableAccessTokenEncryption();
                server.SetAccessTokenLifetime(TimeSpan.FromMinutes(5))
                    .SetAuthorizationCodeLifetime(TimeSpan.FromMinutes(2))
                    .SetRefreshTokenLifetime(TimeSpan.FromDays(14))
                    .SetRefreshTokenReuseLeeway(TimeSpan.FromSeconds(30));
                // Only PKCE with SHA-256: "plain" would let whoever sees the request redeem the code.
                server.Configure(options =>
                {
                    options.CodeChallengeMethods.Clear();
                    options.CodeChallengeMethods.Add("S256");
                });
                // PinPublicAddress gives every request the configured scheme, so https is demanded exactly when the issuer has it.
                server.UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableTokenEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough()
                    .EnableUserInfoEndpointPassthrough()
                    .DisableTransportSecurityRequirement();
            });
    }
}

/// <summary>Names this service's assembly for hosts that start it in tests.</summary>
public sealed class IdentityHost;
