using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Ptce.ServiceDefaults.Tests;

public sealed class ProblemTests
{
    [Theory]
    [InlineData(null, "fr", "La boîte est pleine (12,5 kg).")]
    [InlineData("fr-FR,fr;q=0.9,en;q=0.8", "fr", "La boîte est pleine (12,5 kg).")]
    [InlineData("en-GB,en;q=0.9,fr;q=0.8", "en", "The box is full (12.5 kg).")]
    [InlineData("de", "fr", "La boîte est pleine (12,5 kg).")]
    public async Task A_failure_speaks_the_readers_language(string? accepted, string language, string title)
    {
        await using var app = await SampleApp.StartAsync();
        using var client = app.Client(language: accepted);
        using var answer = await client.PostAsJsonAsync(new Uri("/api/members/boxes", UriKind.Relative), new { weight = 12.5m });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal([language], answer.Content.Headers.ContentLanguage);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("sample.box.full", body.GetProperty("code").GetString());
        Assert.Equal(title, body.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Unreadable_json_names_the_field_and_the_line()
    {
        await using var app = await SampleApp.StartAsync();
        using var client = app.Client();
        using var content = new StringContent("{\n \"weight\": \"lourd\" }", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/api/members/boxes", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        Assert.Equal("/weight", error.GetProperty("pointer").GetString());
        Assert.Equal(2, error.GetProperty("line").GetInt32());
        Assert.False(string.IsNullOrEmpty(error.GetProperty("remedy").GetString()));
    }

    [Fact]
    public async Task A_bug_tells_the_client_nothing_but_a_trace_id()
    {
        await using var app = await SampleApp.StartAsync();
        using var client = app.Client();
        using var answer = await client.GetAsync(new Uri("/api/members/broken", UriKind.Relative));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("secret detail", text, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", text, StringComparison.Ordinal);
        Assert.NotEmpty(JsonDocument.Parse(text).RootElement.GetProperty("traceId").GetString()!);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired)]
    [InlineData("\"2\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"3\"", HttpStatusCode.NoContent)]
    public async Task An_edit_names_the_version_it_was_based_on(string? ifMatch, HttpStatusCode expected)
    {
        await using var app = await SampleApp.StartAsync();
        using var client = app.Client();
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/members/versioned");
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var answer = await client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        if (expected != HttpStatusCode.PreconditionFailed)
            return;
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("a", body.GetProperty("current").GetString());
        Assert.Equal("b", body.GetProperty("proposed").GetString());
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        await using var app = await SampleApp.StartAsync();
        using var client = app.Client();
        var document = await client.GetFromJsonAsync<JsonElement>(new Uri("/openapi/members.json", UriKind.Relative));
        Assert.True(document.GetProperty("paths").TryGetProperty("/api/members/mine", out var mine));
        Assert.Contains("dossiers.read", mine.GetProperty("get").GetProperty("description").GetString(), StringComparison.Ordinal);
    }
}
