using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Ptce.Demonstration.Loading;

/// <summary>The system said no: a problem with its stable code.</summary>
internal sealed class ApiRefusedException(HttpMethod method, string path, HttpStatusCode status, string? code, string body)
    : Exception($"{method} {path}: {(int)status} {code} {body}")
{
    public HttpStatusCode Status { get; } = status;

    public string? Code { get; } = code;
}

/// <summary>
/// Calls of the public API as any client makes them. A call that gets no answer, or one that says "not now", is sent again: every
/// body carries ids of its own, so that a second arrival changes nothing.
/// </summary>
internal sealed class ApiClient(HttpClient http, LoadOptions options, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly ConcurrentDictionary<string, int> interrupted = new();

    /// <summary>Requests interrupted and sent again, by service: the word after <c>/api/</c>, or <c>identity</c>.</summary>
    public IReadOnlyDictionary<string, int> Interrupted => interrupted;

    public Task<JsonNode> GetAsync(string path, Token token, CancellationToken ct) => CallAsync(HttpMethod.Get, path, null, token, ct);

    public Task<JsonNode> PutAsync(string path, object body, Token token, CancellationToken ct) => CallAsync(HttpMethod.Put, path, body, token, ct);

    public Task<JsonNode> PostAsync(string path, object body, Token token, CancellationToken ct) => CallAsync(HttpMethod.Post, path, body, token, ct);

    /// <summary>Asks until the system no longer says "not yet": what is waited for arrives by event.</summary>
    public async Task<JsonNode> EventuallyAsync(Func<Task<JsonNode>> call, Func<ApiRefusedException, bool> notYet, CancellationToken ct)
    {
        var until = time.GetUtcNow() + options.Patience;
        while (true)
        {
            try
            {
                return await call();
            }
            catch (ApiRefusedException refused) when (notYet(refused) && time.GetUtcNow() < until)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, ct);
            }
        }
    }

    private async Task<JsonNode> CallAsync(HttpMethod method, string path, object? body, Token token, CancellationToken ct)
    {
        var renewed = false;
        var answer = await PatientlyAsync(path, async () =>
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token.GetAsync(ct));
            request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("fr"));
            if (body is not null)
                request.Content = JsonContent.Create(body, body.GetType(), options: Json);
            using var response = await http.SendAsync(request, ct);
            return (response.StatusCode, Text: await response.Content.ReadAsStringAsync(ct));
        }, answer =>
        {
            if (answer.StatusCode != HttpStatusCode.Unauthorized || renewed)
                return NotNow(answer.StatusCode) || answer.StatusCode == HttpStatusCode.Conflict && CodeOf(answer.Text) == "request.write.concurrent";
            renewed = true;
            token.Forget();
            return true;
        }, ct);
        if ((int)answer.StatusCode is >= 200 and < 300)
            return answer.Text.Length == 0 ? new JsonObject() : JsonNode.Parse(answer.Text)!;
        throw new ApiRefusedException(method, path, answer.StatusCode, CodeOf(answer.Text), answer.Text);
    }

    /// <summary>Sends until there is an answer that is not "not now".</summary>
    /// <exception cref="HttpRequestException">Patience ran out without any answer.</exception>
    public async Task<(HttpStatusCode StatusCode, string Text)> PatientlyAsync(
        string path, Func<Task<(HttpStatusCode StatusCode, string Text)>> send, Func<(HttpStatusCode StatusCode, string Text), bool> again, CancellationToken ct)
    {
        var until = time.GetUtcNow() + options.Patience;
        for (var wait = TimeSpan.FromMilliseconds(50); ; wait = TimeSpan.FromMilliseconds(Math.Min(1000, wait.TotalMilliseconds * 2)))
        {
            try
            {
                var answer = await send();
                if (!again(answer) || time.GetUtcNow() > until)
                    return answer;
                if (answer.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout)
                    Count(path);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException && !ct.IsCancellationRequested && time.GetUtcNow() < until)
            {
                interrupted.AddOrUpdate("gateway", 1, (_, n) => n + 1);
            }
            await Task.Delay(wait, time, ct);
        }
    }

    public static bool NotNow(HttpStatusCode status) =>
        status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError;

    private void Count(string path)
    {
        var words = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        interrupted.AddOrUpdate(words is ["api", var service, ..] ? service : "identity", 1, (_, n) => n + 1);
    }

    private static string? CodeOf(string text)
    {
        try
        {
            return JsonNode.Parse(text)?["code"]?.GetValue<string>();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
