using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ptce.Survey.Tests.Hosting;
using Ptce.Survey.Webhooks;

namespace Ptce.Survey.Tests.Webhooks;

public sealed class WebhooksTests : IAsyncLifetime
{
    private readonly SurveyHost host = new();
    private readonly Walk walk;
    private readonly ConcurrentQueue<(string Signature, string Body)> heard = new();
    private readonly WebApplication listener;
    private int failures;

    public WebhooksTests()
    {
        host.Settings["Survey:Webhooks:AllowLoopback"] = "true";
        walk = new Walk(host);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        listener = builder.Build();
        listener.Urls.Add("http://127.0.0.1:0");
        listener.MapPost("/hook", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            heard.Enqueue((http.Request.Headers["Ptce-Signature"].ToString(), await reader.ReadToEndAsync()));
            return failures-- > 0 ? Results.StatusCode(500) : Results.Ok();
        });
    }

    public Task InitializeAsync() => listener.StartAsync();

    public async Task DisposeAsync()
    {
        await listener.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Submission_return_and_signature_are_told_signed_and_without_values()
    {
        var hook = await RegisterAsync("dossier.submitted", "dossier.returned", "dossier.signed-off");
        await Walk.OkAsync(walk.SignAsync(await walk.AwaitingAsync()));
        await Walk.Until(() => Task.FromResult(heard.Count >= 2));
        var types = heard.Select(h => (string?)JsonNode.Parse(h.Body)!["type"]).ToList();
        Assert.Equal(["dossier.signed-off", "dossier.submitted"], types.Order());
        Assert.DoesNotContain(heard, h => h.Body.Contains("association-board", StringComparison.Ordinal));
        foreach (var (signature, body) in heard)
        {
            var seconds = long.Parse(signature[2..signature.IndexOf(',', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
            var mac = HMACSHA256.HashData(Convert.FromBase64String((string)hook["secret"]!), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
            Assert.Equal($"t={seconds},v1={Convert.ToHexStringLower(mac)}", signature);
        }
    }

    [Fact]
    public async Task A_listener_that_fails_is_in_the_log_and_is_told_again_when_replayed()
    {
        failures = 1;
        var hook = await RegisterAsync("dossier.submitted");
        await walk.OpenAsync();
        await walk.FillAsync();
        foreach (var section in Walk.Sections)
            await Walk.OkAsync(Walk.ActAsync(walk.Leader, section, "submit"));
        JsonNode? line = null;
        await Walk.Until(async () => (int?)(line = await LineAsync(hook))?["lastStatus"] == 500);
        Assert.NotNull(line!["dueAt"]);
        Assert.Equal(HttpStatusCode.Accepted, (await walk.Administrator.PostAsync($"/api/survey/webhooks/{hook["id"]}/deliveries/{line["id"]}/replay", null)).StatusCode);
        await Walk.Until(async () => (await LineAsync(hook))?["deliveredAt"] is not null);
        Assert.Equal(2, heard.Count);
        Assert.Single(heard.Select(h => h.Body).Distinct());
    }

    [Theory]
    [InlineData("http://example.org/hook", "survey.webhook.bad-url")]
    [InlineData("https://user:word@example.org/hook", "survey.webhook.bad-url")]
    [InlineData("file:///etc/passwd", "survey.webhook.bad-url")]
    public async Task An_address_that_is_not_https_is_refused(string url, string code) =>
        await Walk.RefusedAsync(walk.Administrator.PostAsJsonAsync("/api/survey/webhooks", new { id = Guid.NewGuid(), url, events = new[] { "dossier.submitted" } }), HttpStatusCode.UnprocessableEntity, code);

    [Fact]
    public void Attempts_back_off_and_end()
    {
        var now = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var delivery = new WebhookDelivery { Id = Guid.NewGuid(), WebhookId = Guid.NewGuid(), Event = "dossier.submitted", Body = "{}", At = now, DueAt = now };
        var waits = new List<double>();
        while (delivery.DueAt is not null)
        {
            delivery.Fail(503, now);
            waits.Add(((delivery.DueAt ?? now) - now).TotalSeconds);
        }
        Assert.Equal([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 0], waits);
        delivery.Replay(now);
        Assert.Equal((0, now), (delivery.Attempts, delivery.DueAt));
    }

    private async Task<JsonNode?> LineAsync(JsonNode hook) =>
        (await walk.Administrator.GetFromJsonAsync<JsonNode>($"/api/survey/webhooks/{hook["id"]}/deliveries"))!["items"]!.AsArray().SingleOrDefault();

    private async Task<JsonNode> RegisterAsync(params string[] events) =>
        await Walk.OkAsync(walk.Administrator.PostAsJsonAsync("/api/survey/webhooks", new { id = Guid.NewGuid(), url = listener.Urls.Single() + "/hook", events }));
}
