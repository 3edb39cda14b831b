namespace Ptce.Gateway.Session;

/// <summary>Where people sign in, and as which client.</summary>
internal sealed class SessionSettings
{
    /// <summary>Configuration key of the secret that Gateway and Identity share.</summary>
    public const string SecretKey = "Identity:GatewaySecret";

    public const string ClientId = "web";
    public const string CallbackPath = "/session/callback";

    public required Uri Issuer { get; set; }

    public required string Secret { get; set; }

    public bool IsHttps => Issuer.Scheme == Uri.UriSchemeHttps;

    /// <summary>With https the prefix makes browsers refuse the cookie from anywhere else (RFC 6265bis); plain http on this machine cannot have it.</summary>
    public string Cookie => IsHttps ? "__Host-ptce-session" : "ptce-session";

    public static string CookieName(HttpContext http) =>
        http.RequestServices.GetRequiredService<Microsoft.Extensions.Options.IOptions<SessionSettings>>().Value.Cookie;
}
