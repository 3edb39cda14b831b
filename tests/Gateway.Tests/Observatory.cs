using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Time.Testing;
using Ptce.Gateway.Routes;
using Ptce.Identity;
using Ptce.Testing;
using Yarp.ReverseProxy.Forwarder;

namespace Ptce.Gateway.Tests;

/// <summary>The gateway before a real Identity, as when distributed: they share a secret and know each other by name.</summary>
public sealed class Observatory : IDisposable
{
    public const string Email = "admin@observatoire.test";
    public const string Password = "un cheval correct agrafe la pile";

    private readonly IdentityFactory identity;

    public Observatory() : this(new Dictionary<string, string>())
    {
    }

    internal Observatory(IReadOnlyDictionary<string, string> settings)
    {
        identity = new IdentityFactory(Clock);
        Network.Add("identity", identity.Server.CreateHandler());
        Gateway = new GatewayFactory(this, null, settings);
    }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    public TestNetwork Network { get; } = new();

    public GatewayFactory Gateway { get; private set; }

    public HttpClient Administrator => identity.AsPerson("administrator");

    /// <summary>A browser at the public address: keeps cookies, follows nothing.</summary>
    public HttpClient Browser() => Gateway.CreateClient(Options);

    /// <summary>A browser that has signed in.</summary>
    public async Task<HttpClient> SignedInAsync(string email = Email, string password = Password)
    {
        var browser = Browser();
        await SignInAsync(browser, email, password);
        return browser;
    }

    /// <summary>Follows the way that a browser goes; gives every answer on it.</summary>
    public static async Task<List<HttpResponseMessage>> SignInAsync(HttpClient browser, string email = Email, string password = Password)
    {
        List<HttpResponseMessage> way = [await browser.GetAsync(new Uri("/session/sign-in?returnUrl=/reports/2015", UriKind.Relative))];
        while (way[^1].Headers.Location is { } next && way.Count < 10 && !next.OriginalString.EndsWith("/reports/2015", StringComparison.Ordinal))
        {
            way.Add(next.OriginalString.Contains("/account/sign-in", StringComparison.Ordinal)
                ? await new CodeFlow(browser).SubmitSignInAsync(next, email, password)
                : await browser.GetAsync(next));
        }
        return way;
    }

    public void RestartGateway()
    {
        var folder = Gateway.Folder;
        Gateway = new GatewayFactory(this, folder, new Dictionary<string, string>());
    }

    public void Dispose()
    {
        Gateway.Dispose();
        identity.Dispose();
        Network.Dispose();
    }

    private static readonly WebApplicationFactoryClientOptions Options =
        new() { BaseAddress = new Uri(TestTokens.Issuer), AllowAutoRedirect = false, HandleCookies = true };

    private sealed class IdentityFactory : ServiceFactory<IdentityHost>
    {
        public IdentityFactory(TimeProvider clock)
        {
            Settings["Identity:GatewaySecret"] = "shared-by-both";
            Settings["Identity:FirstAdministrator:Email"] = Email;
            Settings["Identity:FirstAdministrator:Password"] = Password;
            Replace = services => services.AddSingleton(clock).AddSingleton<Ptce.ServiceDefaults.Access.ISigningKeySource, BothKeys>();
        }
    }

    public sealed class GatewayFactory : ServiceFactory<GatewayHost>
    {
        internal GatewayFactory(Observatory observatory, string? folder, IReadOnlyDictionary<string, string> settings) : base(folder)
        {
            Settings["Identity:GatewaySecret"] = "shared-by-both";
            foreach (var (key, value) in settings)
                Settings[key] = value;
            Replace = services =>
            {
                services.AddSingleton<TimeProvider>(observatory.Clock);
                services.AddSingleton<IForwarderHttpClientFactory>(new Forwarder(observatory.Network));
                services.ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(handler =>
                {
                    handler.AdditionalHandlers.Clear();
                    handler.PrimaryHandler = new Shared(observatory.Network);
                }));
                // Keys come from Identity over the network, as in production.
                services.AddSingleton<Ptce.ServiceDefaults.Access.ISigningKeySource>(new NetworkKeys(observatory.Network));
            };
        }
    }

    private sealed class Forwarder(TestNetwork network) : IForwarderHttpClientFactory
    {
        public HttpMessageInvoker CreateClient(ForwarderHttpClientContext context) => new(network, disposeHandler: false);
    }

    // The network outlives the clients: what they dispose of is this.
    private sealed class Shared(TestNetwork network) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker inner = new(network, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            inner.SendAsync(request, cancellationToken);
    }
}
