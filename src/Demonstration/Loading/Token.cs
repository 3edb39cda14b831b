using System.Net;
using System.Text.Json.Nodes;

namespace Ptce.Demonstration.Loading;

/// <summary>An access token that is asked for when needed and kept until shortly before it ends.</summary>
internal abstract class Token(TimeProvider time)
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(20);
    private readonly Lock one = new();
    private Task<Held>? asked;

    public async Task<string> GetAsync(CancellationToken ct)
    {
        Task<Held> mine;
        lock (one)
        {
            if (asked is null || asked.IsFaulted || asked.IsCanceled || asked.IsCompletedSuccessfully && asked.Result.Until <= time.GetUtcNow())
                asked = AskTimedAsync(ct);
            mine = asked;
        }
        return (await mine).Value;
    }

    /// <summary>The token was refused: the next call asks for another.</summary>
    public void Forget()
    {
        lock (one)
            asked = null;
    }

    private async Task<Held> AskTimedAsync(CancellationToken ct)
    {
        var answer = await AskAsync(ct);
        return new Held(answer["access_token"]!.GetValue<string>(), time.GetUtcNow() + TimeSpan.FromSeconds(answer["expires_in"]!.GetValue<int>()) - Early);
    }

    private sealed record Held(string Value, DateTimeOffset Until);

    protected abstract Task<JsonNode> AskAsync(CancellationToken ct);

    protected static JsonNode Granted((HttpStatusCode StatusCode, string Text) answer) =>
        answer.StatusCode == HttpStatusCode.OK
            ? JsonNode.Parse(answer.Text)!
            : throw new ApiRefusedException(HttpMethod.Post, "/connect/token", answer.StatusCode, null, answer.Text);
}

/// <summary>The machine that enters the data: client credentials.</summary>
internal sealed class MachineToken(HttpClient http, ApiClient api, LoadOptions options, TimeProvider time) : Token(time)
{
    protected override async Task<JsonNode> AskAsync(CancellationToken ct) => Granted(await api.PatientlyAsync("/connect/token", async () =>
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.ClientId,
            ["client_secret"] = options.ClientSecret,
            ["scope"] = "members survey finance reporting identity",
        });
        using var response = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, ct);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(ct));
    }, answer => ApiClient.NotNow(answer.StatusCode), ct));
}
