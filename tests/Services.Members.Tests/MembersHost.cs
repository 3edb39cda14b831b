using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ptce.Contracts;
using Ptce.Members.Storage;
using Ptce.Messaging;
using Ptce.Messaging.Outbox;
using Ptce.Testing;

namespace Ptce.Members.Tests;

/// <summary>Members over HTTP, its clock, and the events that it hears and says.</summary>
public sealed class MembersHost : ServiceFactory<MembersAssembly>
{
    public MembersHost() => Replace = services => services.AddSingleton<TimeProvider>(Clock);

    public TestClock Clock { get; } = new();

    /// <summary>Another service's event arrives, through the real dispatcher and pump.</summary>
    public async Task HearAsync(string stream, IEvent e)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembersDb>();
        db.Publish(stream, e);
        await db.SaveChangesAsync();
    }

    /// <summary>What Members announced, once there are as many as asked for.</summary>
    public async Task<IReadOnlyList<T>> SaidAsync<T>(int atLeast, Func<T, bool> wanted) where T : class, IEvent
    {
        for (var attempt = 0; ; attempt++)
        {
            var bodies = await ReadAsync(db => db.Set<OutboxMessage>().Where(m => m.Type == typeof(T).Name).OrderBy(m => m.Position).Select(m => m.Body).ToListAsync());
            var said = bodies.Select(body => JsonSerializer.Deserialize<T>(body, EventTypes.Json)!).Where(wanted).ToList();
            if (said.Count >= atLeast)
                return said;
            Assert.True(attempt < 600, $"{typeof(T).Name} was not announced {atLeast} times in a minute, but {said.Count}.");
            await Task.Delay(100);
        }
    }

    internal async Task<T> ReadAsync<T>(Func<MembersDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<MembersDb>());
    }
}

/// <summary>The machine's clock, which a test may set forth or back; delays still pass in real time.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Set(string utc) => _ahead = DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) - base.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
}

/// <summary>Requests as a client writes them.</summary>
internal static class Requests
{
    public static async Task<JsonNode> OkAsync(this Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    public static async Task<JsonNode> ProblemAsync(this Task<HttpResponseMessage> sending, int status, string? code = null)
    {
        using var response = await sending;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} {text}");
        var problem = JsonNode.Parse(text)!;
        if (code is not null)
            Assert.Equal(code, (string?)problem["code"]);
        return problem;
    }

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string path, object? body, string? ifMatch)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, object body, string? ifMatch = null) => client.SendAsync(HttpMethod.Put, path, body, ifMatch);

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object body, string? ifMatch = null) => client.SendAsync(HttpMethod.Post, path, body, ifMatch);

    public static async Task<string> NewPoleAsync(this HttpClient client, string? key = null)
    {
        key ??= "pole-" + Guid.NewGuid().ToString("N")[..12];
        await client.PutAsync($"/api/members/poles/{key}", new { name = "Pôle " + key, territoryKind = "rural", provenance = "document" }).OkAsync();
        return key;
    }

    public static async Task<Guid> NewOrganisationAsync(this HttpClient client, string pole, string code, string status = "association", string sector = "education", string? name = null)
    {
        var id = Guid.CreateVersion7();
        await client.PostAsync("/api/members/organisations", new { id, name = name ?? "Membre fictif " + code, code = new { pole, code }, status, sector, provenance = "synthetic" }).OkAsync();
        return id;
    }

    public static async Task<Guid> AdmitAsync(this HttpClient client, string pole, Guid organisationId, string circle = "1", string? entry = "2012-01-01", string? exit = null)
    {
        var id = Guid.CreateVersion7();
        await client.PostAsync($"/api/members/poles/{pole}/memberships", new { id, organisationId, belongings = new[] { new { id = Guid.CreateVersion7(), circle, entry, exit } }, provenance = "synthetic" }).OkAsync();
        return id;
    }
}
