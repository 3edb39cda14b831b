using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ptce.Contracts;
using Ptce.Messaging.Outbox;
using Ptce.Messaging.Storage;
using Ptce.Testing;

namespace Ptce.Finance.Tests;

/// <summary>Finance over HTTP, and the events that it hears and says.</summary>
public sealed class FinanceHost : ServiceFactory<FinanceDb>
{
    /// <summary>Another service's event arrives, through the real dispatcher and pump.</summary>
    public async Task HearAsync(string stream, IEvent e)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FinanceDb>();
        db.Publish(stream, e);
        await db.SaveChangesAsync();
    }

    /// <summary>What Finance announced, once there are as many as asked for.</summary>
    public async Task<IReadOnlyList<T>> SaidAsync<T>(int atLeast, Func<T, bool> wanted) where T : class, IEvent
    {
        for (var attempt = 0; ; attempt++)
        {
            await using var scope = Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<FinanceDb>();
            var bodies = await db.Set<OutboxMessage>().Where(m => m.Type == typeof(T).Name).OrderBy(m => m.Position).Select(m => m.Body).ToListAsync();
            var said = bodies.Select(body => System.Text.Json.JsonSerializer.Deserialize<T>(body, Messaging.EventTypes.Json)!).Where(wanted).ToList();
            if (said.Count >= atLeast)
                return said;
            Assert.True(attempt < 600, $"{typeof(T).Name} was not announced {atLeast} times in a minute, but {said.Count}.");
            await Task.Delay(100);
        }
    }

    public async Task<T> ReadAsync<T>(Func<FinanceDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<FinanceDb>());
    }
}

internal static class Json
{
    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, JsonNode body, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }

    public static async Task<JsonNode> BodyAsync(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync()) ?? throw new InvalidOperationException("The answer has no body.");

    public static JsonObject Change(string line, decimal amount, int @base = 0, int n = 1, Guid? id = null, string? perimeter = null, string? destination = null) => new()
    {
        ["id"] = (id ?? Guid.CreateVersion7()).ToString(),
        ["line"] = line,
        ["n"] = n,
        ["base"] = @base,
        ["amount"] = amount,
        ["perimeter"] = perimeter,
        ["destination"] = destination,
    };

    public static JsonObject Batch(params JsonObject[] changes) => new() { ["changes"] = new JsonArray([.. changes.Select(c => c.DeepClone())]) };
}
