using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Ptce.ServiceDefaults.Access;

/// <summary>Every service checks every token itself: signature, issuer, audience, life time, type <c>at+jwt</c>.</summary>
internal static class TokenValidation
{
    internal static void AddTokenValidation(this IHostApplicationBuilder builder, IReadOnlyList<string> audiences)
    {
        var issuer = builder.Configuration["Identity:Issuer"]
            ?? throw new InvalidOperationException("Identity:Issuer is not configured: the public address of the observatory, e.g. https://observatoire.example.org/");
        issuer = issuer.TrimEnd('/') + "/";
        builder.Services.TryAddSingleton<ISigningKeySource, RemoteSigningKeys>();
        builder.Services.AddSingleton(services => new SigningKeyCache(
            services.GetRequiredService<ISigningKeySource>(), issuer, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<SigningKeyCache>>()));
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<SigningKeyCache>((options, keys) =>
        {
            options.MapInboundClaims = false;
            options.ConfigurationManager = keys;
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = issuer,
                ValidAudiences = audiences,
                ValidTypes = ["at+jwt"],
                ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256],
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                ClockSkew = TimeSpan.FromSeconds(10),
                NameClaimType = "sub",
                RoleClaimType = "role",
            };
        });
        builder.Services.AddAuthorizationBuilder();
        builder.Services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, PermissionResults>();
    }
}
