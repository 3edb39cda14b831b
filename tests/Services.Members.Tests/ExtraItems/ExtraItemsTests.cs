using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Ptce.Contracts;
using Ptce.Contracts.Sections;
using Ptce.Contracts.Survey;
using Ptce.Grid.Canonical;
using Ptce.ServiceDefaults.Sections;

namespace Ptce.Members.Tests.ExtraItems;

/// <summary>A new version of the section adds items without a new build: published, answered, checked, copied.</summary>
public sealed class ExtraItemsTests(MembersHost host) : IClassFixture<MembersHost>
{
    private const string Second = """
        { "key": "morphology", "version": 2, "owner": "members", "label": { "fr": "Morphologie", "en": "Morphology" },
          "records": [ { "key": "pole", "label": { "fr": "Pôle", "en": "Pole" } }, { "key": "figures", "label": { "fr": "Données", "en": "Figures" } } ],
          "choices": { "size": [ { "value": "small", "label": { "fr": "Petit", "en": "Small" } }, { "value": "big", "label": { "fr": "Grand", "en": "Big" } } ] },
          "groups": [
            { "key": "X", "record": "pole", "label": { "fr": "En plus", "en": "Extra" }, "items": [
              { "code": "X1", "type": "one-choice", "choices": "size", "required": true, "label": { "fr": "Taille du pôle", "en": "Size of the pole" } },
              { "code": "X2", "type": "text", "label": { "fr": "Devise", "en": "Motto" } } ] },
            { "key": "Y", "record": "figures", "label": { "fr": "En plus", "en": "Extra" }, "items": [
              { "code": "Y1", "type": "integer", "minimum": 0, "maximum": 10, "label": { "fr": "Apprentis", "en": "Apprentices" } },
              { "code": "Y2", "type": "integer", "minimum": 0, "constraint": ". <= ${Y1}", "label": { "fr": "Dont nouveaux", "en": "Of whom new" } } ] } ] }
        """;

    [Fact]
    public async Task Items_published_as_data_are_answered_checked_and_copied()
    {
        var client = host.AsMachine();
        await PublishAsync(host.AsPerson("leader:x"), 2, Second).ProblemAsync(403);
        await PublishAsync(client, 3, Second.Replace("\"version\": 2", "\"version\": 3", StringComparison.Ordinal)).ProblemAsync(400, "members.section-version.wrong");
        await PublishAsync(client, 2, Second.Replace("\"record\": \"figures\"", "\"record\": \"belonging\"", StringComparison.Ordinal)).ProblemAsync(400, "members.section-version.wrong");
        await PublishAsync(client, 2, Second).OkAsync();
        await PublishAsync(client, 2, Second).OkAsync();
        await PublishAsync(client, 2, Second.Replace("Devise", "Autre", StringComparison.Ordinal)).ProblemAsync(409, "members.section-version.published");
        Assert.Equal(2, (await host.CreateClient().GetAsync("/api/members/section/versions").OkAsync()).AsArray().Count);

        var pole = await client.NewPoleAsync();
        var member = await client.NewOrganisationAsync(pole, "m1");
        await client.AdmitAsync(pole, member);
        var yearPath = $"/api/members/poles/{pole}/years/2026";
        Assert.Equal("/extras/X1", (string?)(await client.PutAsync(yearPath, new { countingRule = "CA", extras = Extra(("X1", "huge")) }).ProblemAsync(400))["errors"]![0]!["pointer"]);
        Assert.Equal("members.extra.unknown-item", (string?)(await client.PutAsync(yearPath, new { countingRule = "CA", extras = Extra(("Z9", 1)) }).ProblemAsync(400))["errors"]![0]!["code"]);
        await client.PutAsync(yearPath, new { countingRule = "CA", extras = Extra(("X2", new { state = "unknown" })), provenance = "document" }).OkAsync();
        var figuresPath = $"/api/members/poles/{pole}/members/{member}/years/2025";
        await client.PutAsync(figuresPath, new { fte = 1, extras = Extra(("Y1", 11)) }).ProblemAsync(400);
        await client.PutAsync(figuresPath, new { fte = 1, extras = Extra(("Y1", 3), ("Y2", 4)) }).OkAsync();

        var (dossier, campaign) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        IReadOnlyList<SectionPin> pins = [new("morphology", 2, "members")];
        await host.HearAsync(Streams.Of(Streams.Campaigns, campaign), new CampaignOpened(campaign, 2026, "2026", new(2026, 6, 30), 2025, false, pins, [new(dossier, pole)]));
        var first = (await host.SaidAsync<SectionChecked>(1, e => e.DossierId == dossier))[0];
        Assert.Equal((2, false), (first.Blocking, first.Complete)); // X1 is required, and Y2 exceeds Y1
        await client.PutAsync(yearPath, new { countingRule = "CA", extras = Extra(("X1", "big"), ("X2", new { state = "unknown" })), provenance = "document" }, "\"1\"").OkAsync();
        await client.PutAsync(figuresPath, new { fte = 1, extras = Extra(("Y1", 3), ("Y2", 2)) }, "\"1\"").OkAsync();
        var last = (await host.SaidAsync<SectionChecked>(3, e => e.DossierId == dossier))[2];
        Assert.Equal((0, true), (last.Blocking, last.Complete));

        await host.HearAsync(Streams.Of(Streams.Dossiers, dossier), new CandidateRequested(dossier, 1, campaign, pole, new(2026, 6, 30), 2025, pins));
        var stored = (await host.SaidAsync<SectionCandidateStored>(1, e => e.DossierId == dossier))[0];
        var copy = SectionCopy.Parse(await host.Services.GetRequiredKeyedService<ISectionOwner>("members").ReadCopyAsync(stored.Digest, default));
        Assert.Equal(2, copy.Version);
        Assert.Equal([("X1", "answered", "big", "document"), ("X2", "unknown", null, "document")], copy.Items.Select(i => (i.Code, i.State, i.Value?.AsText, i.Origin)));
        Assert.Equal("3", copy.Of("figures")[0]["Y1"]!.Value.AsText);
    }

    private static Dictionary<string, object> Extra(params (string Code, object Value)[] answers) => answers.ToDictionary(a => a.Code, a => a.Value);

    private static Task<HttpResponseMessage> PublishAsync(HttpClient client, int version, string definition) =>
        client.PutAsync(new Uri($"/api/members/section/versions/{version}", UriKind.Relative), new StringContent(definition, Encoding.UTF8, "application/json"));
}
