using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ptce.Survey.Storage;
using Ptce.Survey.Tests.Hosting;

namespace Ptce.Survey.Tests.Collection;

public sealed partial class CollectionTests : IDisposable
{
    private static readonly Guid Organisation = Guid.Parse("0198f000-0000-7000-8000-00000000cc01");

    private readonly SmtpSink smtp = new();
    private readonly SurveyHost host = new();
    private readonly Walk walk;
    private readonly HttpClient member;
    private readonly string path = $"/api/survey/dossiers/{Walk.Phares}/collection";

    public CollectionTests()
    {
        host.Settings["Smtp:Host"] = "127.0.0.1";
        host.Settings["Smtp:Port"] = smtp.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        host.Settings["Survey:PublicUrl"] = "https://observatoire.test";
        walk = new Walk(host);
        member = host.CreateClient();
    }

    public void Dispose()
    {
        host.Dispose();
        smtp.Dispose();
    }

    [Fact]
    public async Task Both_approve_the_very_text_before_anything_is_sent()
    {
        await walk.OpenAsync();
        await InviteAsync("membre@example.org");
        await WriteAsync("Bonjour {membre}, répondez ici : {lien}");
        await Walk.RefusedAsync(walk.Leader.PostAsync(path + "/send", null), HttpStatusCode.Conflict, "survey.collection.not-approved");
        await DoneAsync(walk.Leader.PostAsync(path + "/approve", null));
        await Walk.RefusedAsync(walk.Leader.PostAsync(path + "/send", null), HttpStatusCode.Conflict, "survey.collection.not-approved");
        await DoneAsync(walk.Analyst.PostAsync(path + "/approve", null));
        // A word changed takes both approvals back.
        await WriteAsync("Bonjour, répondez ici : {lien}");
        await Walk.RefusedAsync(walk.Leader.PostAsync(path + "/send", null), HttpStatusCode.Conflict, "survey.collection.not-approved");
        await ApproveAsync();
        Assert.Equal(1, (int)(await Walk.OkAsync(walk.Leader.PostAsync(path + "/send", null)))["mails"]!);
        Assert.Equal("membre@example.org", (await MailAsync(1)).To);
        await Walk.RefusedAsync(walk.Contributor.PostAsync(path + "/approve", null), HttpStatusCode.Forbidden, "request.access.not-allowed");
    }

    [Fact]
    public async Task A_member_answers_by_its_link_and_the_leader_takes_the_answer()
    {
        var secret = await SendAsync();
        var form = await Walk.OkAsync(member.PostAsJsonAsync("/api/survey/personal/form", new { secret }));
        Assert.Equal(("Membre fictif 07", 2014), ((string?)form["organisation"], (int)form["year"]!));
        await DoneAsync(member.PostAsJsonAsync("/api/survey/personal/answers", new { secret, fullTimeEquivalents = 3.5, income = 120000.5, peopleInvolved = 2 }));

        var followUp = (await walk.Leader.GetFromJsonAsync<JsonNode>(path))!;
        Assert.Equal(1m, (decimal)followUp["responseRate"]!);
        var proposal = Assert.Single(followUp["proposals"]!.AsArray())!;
        Assert.Equal((3.5m, 120000.5m, "proposed"), ((decimal)proposal["fullTimeEquivalents"]!, (decimal)proposal["income"]!, (string?)proposal["state"]));
        Assert.Equal(1, (int)(await Walk.OkAsync(walk.Leader.PostAsJsonAsync(path + "/proposals/accept", new { })))["accepted"]!);
        Assert.Equal(0, (int)(await Walk.OkAsync(walk.Leader.PostAsJsonAsync(path + "/proposals/accept", new { })))["accepted"]!);
        await using var scope = host.Services.CreateAsyncScope();
        var accepted = await scope.ServiceProvider.GetRequiredService<SurveyDb>().Set<Ptce.Messaging.Outbox.OutboxMessage>().SingleAsync(m => m.Type == "MemberFiguresAccepted");
        Assert.Contains("12000050", accepted.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_kept_as_a_hash_expires_with_its_invitation_and_opens_one_organisation()
    {
        var secret = await SendAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SurveyDb>();
        Assert.DoesNotContain(secret, (await db.Links.SingleAsync()).Hash, StringComparison.Ordinal);
        await Walk.RefusedAsync(member.PostAsJsonAsync("/api/survey/personal/form", new { secret = new string('0', 64) }), HttpStatusCode.NotFound, "survey.collection.bad-link");
        await Walk.RefusedAsync(member.GetAsync(path), HttpStatusCode.Unauthorized, "request.access.not-signed-in");
        var invitation = (await walk.Leader.GetFromJsonAsync<JsonNode>(path))!["invitations"]![0]!["id"];
        await DoneAsync(walk.Leader.PostAsync($"{path}/invitations/{invitation}/revoke", null));
        await Walk.RefusedAsync(member.PostAsJsonAsync("/api/survey/personal/form", new { secret }), HttpStatusCode.NotFound, "survey.collection.bad-link");
    }

    [Fact]
    public async Task A_reminder_goes_to_those_who_have_not_answered_and_a_refused_address_is_shown()
    {
        smtp.Unknown.Add("ancien@example.org");
        await walk.OpenAsync();
        await InviteAsync("membre@example.org");
        await InviteAsync("ancien@example.org", Guid.NewGuid());
        await WriteAsync("{lien}");
        await ApproveAsync();
        await Walk.OkAsync(walk.Leader.PostAsync(path + "/send", null));
        var secret = SecretOf((await MailAsync(1)).Text);
        JsonArray invitations = [];
        await Walk.Until(async () => (invitations = (await walk.Leader.GetFromJsonAsync<JsonNode>(path))!["invitations"]!.AsArray()).Any(i => (string?)i!["state"] == "bounced"));
        Assert.Equal(550, (int)invitations.Single(i => (string?)i!["state"] == "bounced")!["refusedWith"]!);
        Assert.Equal(0, (int)(await Walk.OkAsync(walk.Leader.PostAsync(path + "/send", null)))["mails"]! - 1);
        await DoneAsync(member.PostAsJsonAsync("/api/survey/personal/answers", new { secret, incomeBand = "below-1m" }));
        smtp.Unknown.Clear();
        Assert.Equal(1, (int)(await Walk.OkAsync(walk.Leader.PostAsync(path + "/send?remind=true", null)))["mails"]!);
        Assert.Equal("ancien@example.org", (await MailAsync(2)).To);
    }

    [Theory]
    [InlineData("{\"fullTimeEquivalents\":-1}")]
    [InlineData("{\"incomeBand\":\"rich\"}")]
    [InlineData("{}")]
    public async Task Figures_that_cannot_be_are_refused(string figures)
    {
        var answer = JsonNode.Parse(figures)!;
        answer["secret"] = await SendAsync();
        await Walk.RefusedAsync(member.PostAsJsonAsync("/api/survey/personal/answers", answer), HttpStatusCode.UnprocessableEntity, "survey.collection.bad-figures");
    }

    private async Task<string> SendAsync()
    {
        await walk.OpenAsync();
        await InviteAsync("membre@example.org");
        await WriteAsync("Bonjour {membre} : {lien}");
        await ApproveAsync();
        await Walk.OkAsync(walk.Leader.PostAsync(path + "/send", null));
        return SecretOf((await MailAsync(1)).Text);
    }

    private Task InviteAsync(string email, Guid? organisation = null) => DoneAsync(walk.Leader.PostAsJsonAsync(path + "/invitations", new
    {
        invitations = new[] { new { id = Guid.NewGuid(), organisationId = organisation ?? Organisation, name = "Membre fictif 07", email } },
    }));

    private Task WriteAsync(string text) => DoneAsync(walk.Leader.PutAsJsonAsync(path, new { subject = "Votre PTCE", text }));

    private async Task ApproveAsync()
    {
        await DoneAsync(walk.Leader.PostAsync(path + "/approve", null));
        await DoneAsync(walk.Analyst.PostAsync(path + "/approve", null));
    }

    private async Task<(string To, string Text)> MailAsync(int number)
    {
        await Walk.Until(() => Task.FromResult(smtp.Mails.Count >= number));
        return smtp.Mails.ElementAt(number - 1);
    }

    private static async Task DoneAsync(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static string SecretOf(string mail) => Secret().Match(mail.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal)).Groups[1].Value;

    [GeneratedRegex("observatoire.test/app/membre#([0-9a-f]{64})")]
    private static partial Regex Secret();
}
