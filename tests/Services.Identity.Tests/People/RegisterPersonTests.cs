using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ptce.Testing;

namespace Ptce.Identity.Tests.People;

public sealed class RegisterPersonTests(RegisterPersonTests.Service service) : IClassFixture<RegisterPersonTests.Service>
{
    /// <summary>Takes tokens made by the test.</summary>
    public sealed class Service : ServiceFactory<IdentityHost>;

    private const string Password = "une phrase assez longue pour jeanne";

    private HttpClient Administrator => service.AsPerson("administrator");

    [Fact]
    public async Task A_repeated_registration_answers_with_the_same_person()
    {
        var request = new { id = Guid.CreateVersion7(), email = "rejouee@phares.example", name = "Jeanne", password = Password };
        var first = await Administrator.PostAsJsonAsync("/api/identity/people", request);
        var second = await Administrator.PostAsJsonAsync("/api/identity/people", request);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_same_id_with_another_content_or_password_is_refused()
    {
        var id = Guid.CreateVersion7();
        await Administrator.PostAsJsonAsync("/api/identity/people", new { id, email = "autre@phares.example", name = "Jeanne", password = Password });
        Assert.Equal("identity.person.id-used", await CodeAsync(new { id, email = "autre@phares.example", name = "Paul", password = Password }));
        Assert.Equal("identity.person.id-used", await CodeAsync(new { id, email = "autre@phares.example", name = "Jeanne", password = Password + "!" }));
    }

    [Fact]
    public async Task An_address_has_one_account_whatever_its_case()
    {
        await Administrator.PostAsJsonAsync("/api/identity/people", new { id = Guid.CreateVersion7(), email = "unique@phares.example", name = "Jeanne" });
        Assert.Equal("identity.person.email-used", await CodeAsync(new { id = Guid.CreateVersion7(), email = "Unique@Phares.example", name = "Jeanne" }));
    }

    [Fact]
    public async Task Every_wrong_field_is_named_and_the_password_is_not_quoted()
    {
        var answer = await Administrator.PostAsJsonAsync("/api/identity/people", new { id = Guid.Empty, email = "nobody", name = "", language = "de", password = "court" });
        var text = await answer.Content.ReadAsStringAsync();
        var pointers = JsonDocument.Parse(text).RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["/id", "/email", "/name", "/language", "/password"], pointers);
        Assert.DoesNotContain("\"court\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_administrator_sees_the_directory()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await service.AsPerson("analyst").GetAsync("/api/identity/people")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.CreateClient().GetAsync("/api/identity/people")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Administrator.GetAsync("/api/identity/people")).StatusCode);
    }

    [Fact]
    public async Task The_directory_is_paged_in_order_of_address_without_loss()
    {
        foreach (var letter in "cab")
            await Administrator.PostAsJsonAsync("/api/identity/people", new { id = Guid.CreateVersion7(), email = $"page-{letter}@phares.example", name = "Jeanne" });
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Administrator.GetFromJsonAsync<JsonElement>($"/api/identity/people?limit=2&cursor={cursor}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("email").GetString()!));
            cursor = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);
        Assert.Equal(seen.Order(StringComparer.OrdinalIgnoreCase), seen);
        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(["page-a@phares.example", "page-b@phares.example", "page-c@phares.example"], seen.Where(email => email.StartsWith("page-", StringComparison.Ordinal)));
    }

    private async Task<string?> CodeAsync(object request)
    {
        var answer = await Administrator.PostAsJsonAsync("/api/identity/people", request);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }
}
