using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;

namespace Ptce.ServiceDefaults.Clients;

/// <summary>This service's own token (client credentials), kept until shortly before it ends.</summary>
internal sealed class ServiceTokens(IHttpClientFactory clients, IConfiguration configuration, TimeProvider time) : IDisposable
{
    internal const string Client = "identity-tokens";
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Held? _held;

    internal async Task<string> GetAsync(CancellationToken ct)
    {
        if (_held is { } held && held.Until > time.GetUtcNow())
            return held.Token;
        await _one.WaitAsync(ct);
        try
        {
            if (_held is { } other && other.Until > time.GetUtcNow())
                return other.Token;
            _held = await AskAsync(ct);
            return _held.Token;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<Held> AskAsync(CancellationToken ct)
    {
        using var client = clients.CreateClient(Client);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = configuration["Identity:Client:Id"] ?? throw new InvalidOperationException("Identity:Client:Id is not configured: this service cannot call the others."),
            ["client_secret"] = configuration["Identity:Client:Secret"] ?? throw new InvalidOperationException("Identity:Client:Secret is not configured: this service cannot call the others."),
        });
        using var answer = await client.PostAsync(new Uri("connect/token", UriKind.Relative), form, ct);
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<TokenAnswer>(ct) ?? throw new HttpRequestException("Identity answered without a token.");
        return new Held(token.AccessToken, time.GetUtcNow() + TimeSpan.FromSeconds(token.ExpiresIn) - Early);
    }

    public void Dispose() => _one.Dispose();

    private sealed record Held(string Token, DateTimeOffset Until);

    private sealed record TokenAnswer([property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}

internal sealed class ServiceTokenHandler(ServiceTokens tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
