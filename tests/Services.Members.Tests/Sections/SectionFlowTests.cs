using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ptce.Contracts;
using Ptce.Contracts.Sections;
using Ptce.Contracts.Survey;
using Ptce.Grid.Canonical;
using Ptce.ServiceDefaults.Sections;

namespace Ptce.Members.Tests.Sections;

public sealed class SectionFlowTests(MembersHost host) : IClassFixture<MembersHost>
{
    private static readonly IReadOnlyList<SectionPin> Pins = [new("economics", 1, "finance"), new("morphology", 1, "members")];

    [Fact]
    public async Task A_candidate_is_copied_in_the_generic_form_signed_and_kept()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync("copied");
        await client.PutAsync($"/api/members/poles/{pole}/years/2015", new { countingRule = "membres du CA", secondCircleCountable = true, consentTables = true, provenance = "synthetic" }).OkAsync();
        var member = await client.NewOrganisationAsync(pole, "m1");
        await client.AdmitAsync(pole, member, "1", null, "2016-01-01");
        await client.PutAsync($"/api/members/poles/{pole}/members/{member}/years/2014", new { fte = 3.5, income = 9592.00, people = 2, provenance = "document", provenances = new { fte = "synthetic", residents = "typed" } }).OkAsync();
        await client.PutAsync($"/api/members/poles/{pole}/members/{member}/years/2013", new { fte = 99 }).OkAsync();
        var person = Guid.CreateVersion7();
        await client.PostAsync("/api/members/organisations", new { id = person, name = "Camille Exemple", siren = "732829320", code = new { pole, code = "p07" }, naturalPerson = true, status = "individual" }).OkAsync();
        await client.AdmitAsync(pole, person, "2", "2013-05-01");
        var (dossier, campaign) = await OpenAsync(pole);
        await RequestAsync(dossier, campaign, 1, pole);

        var stored = (await host.SaidAsync<SectionCandidateStored>(1, e => e.DossierId == dossier))[0];
        var owner = host.Services.GetRequiredKeyedService<ISectionOwner>("members");
        var bytes = await owner.ReadCopyAsync(stored.Digest, default);
        var copy = SectionCopy.Parse(bytes);
        Assert.Equal((stored.Digest, stored.Size, 0), (copy.Digest(), bytes!.LongLength, stored.Blocking));
        Assert.Equal(("morphology", 1, "copied", 2015), (copy.Section, copy.Version, copy.Pole, copy.Year));
        var poleRecord = Assert.Single(copy.Of("pole"));
        Assert.Equal(("membres du CA", "synthetic", "document"), (poleRecord["countingRule"]!.Value.AsText, poleRecord.OriginOf("countingRule"), poleRecord.OriginOf("name")));
        Assert.Equal(["code:copied/m1", "code:copied/p07"], copy.Of("organisation").Select(o => o.Key));
        Assert.Equal(["code:copied/m1@start", "code:copied/p07@2013-05-01"], copy.Of("belonging").Select(b => b.Key));
        Assert.Equal("2016-01-01", copy.Of("belonging")[0]["exit"]!.Value.AsText);
        var figures = Assert.Single(copy.Of("figures"));
        Assert.Equal(("code:copied/m1/2014", "3.50", "9592.00", "2", true), (figures.Key, figures["fte"]!.Value.AsText, figures["income"]!.Value.AsText, figures["people"]!.Value.AsText, figures["fteCounts"]!.Value.AsFlag));
        Assert.Equal(["fte"], figures.Origins!.Keys);
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain("Camille", text, StringComparison.Ordinal);
        Assert.DoesNotContain("732829320", text, StringComparison.Ordinal);
        Assert.DoesNotContain(member.ToString(), text, StringComparison.Ordinal);

        var head = await owner.ReadHeadAsync(dossier, "morphology", default);
        Assert.Equal((stored.Revision, true), (head!.Revision, head.Complete));
        await host.HearAsync(Streams.Of(Streams.Dossiers, dossier), new DossierSignedOff(
            dossier, 1, campaign, pole, 2015, 1, new string('0', 64), DateTime.UnixEpoch, [new("morphology", 1, "members", stored.Digest, stored.Size)], true));
        await host.HearAsync(Streams.Of(Streams.Dossiers, dossier), new CandidateDropped(dossier, 1, "survey.candidate.stale"));
        var signed = Assert.Single(await host.SaidAsync<SectionSigned>(1, e => e.DossierId == dossier));
        Assert.Equal((stored.Digest, "members", pole, stored.Size), (signed.Digest, signed.Owner, signed.PoleKey, signed.Size));
        await RequestAsync(dossier, campaign, 2, pole);
        await host.SaidAsync<SectionCandidateStored>(2, e => e.DossierId == dossier);
        Assert.True(await host.ReadAsync(db => db.Copies.AnyAsync(c => c.DossierId == dossier && c.Attempt == 1 && c.Signed)));
    }

    [Fact]
    public async Task The_same_content_has_the_same_digest_whatever_the_ids_and_the_order_of_entry()
    {
        var client = host.AsMachine();
        var digests = new List<string>();
        foreach (var reversed in new[] { false, true })
        {
            var key = "digest-twin";
            await using var twin = new MembersHost();
            var other = twin.AsMachine();
            await other.NewPoleAsync(key);
            foreach (var code in reversed ? new[] { "b", "a" } : ["a", "b"])
                await other.AdmitAsync(key, await other.NewOrganisationAsync(key, code));
            var (dossier, campaign) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            await twin.HearAsync(Streams.Of(Streams.Campaigns, campaign), Opened(campaign, dossier, key));
            await twin.SaidAsync<SectionChecked>(1, e => e.DossierId == dossier);
            await twin.HearAsync(Streams.Of(Streams.Dossiers, dossier), new CandidateRequested(dossier, 1, campaign, key, new(2015, 6, 30), 2014, Pins));
            digests.Add((await twin.SaidAsync<SectionCandidateStored>(1, e => e.DossierId == dossier))[0].Digest);
        }
        Assert.Equal(digests[0], digests[1]);
    }

    [Fact]
    public async Task A_stale_candidate_is_dropped_and_the_next_one_has_the_new_content()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        await client.AdmitAsync(pole, await client.NewOrganisationAsync(pole, "m1"));
        var (dossier, campaign) = await OpenAsync(pole);
        await RequestAsync(dossier, campaign, 1, pole);
        var first = (await host.SaidAsync<SectionCandidateStored>(1, e => e.DossierId == dossier))[0];
        await client.AdmitAsync(pole, await client.NewOrganisationAsync(pole, "m2"));
        await host.HearAsync(Streams.Of(Streams.Dossiers, dossier), new CandidateDropped(dossier, 1, "survey.candidate.stale"));
        await RequestAsync(dossier, campaign, 2, pole);
        var second = (await host.SaidAsync<SectionCandidateStored>(2, e => e.DossierId == dossier))[1];
        Assert.NotEqual(first.Digest, second.Digest);
        Assert.True(second.Revision > first.Revision);
        Assert.Null(await host.Services.GetRequiredKeyedService<ISectionOwner>("members").ReadCopyAsync(first.Digest, default));
    }

    [Fact]
    public async Task Every_edit_of_a_pole_with_an_open_dossier_announces_its_checks()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var (dossier, campaign) = await OpenAsync(pole);
        var empty = (await host.SaidAsync<SectionChecked>(1, e => e.DossierId == dossier))[0];
        Assert.Equal((1L, 1, false), (empty.Revision, empty.Blocking, empty.Complete));
        await client.PutAsync($"/api/members/poles/{pole}/years/2015", new { countingRule = "adhérents" }).OkAsync();
        var organisation = await client.NewOrganisationAsync(pole, "m1");
        await client.AdmitAsync(pole, organisation);
        await client.PutAsync($"/api/members/poles/{pole}/members/{organisation}/years/2014", new { fte = 3, people = 1 }).OkAsync();
        var last = (await host.SaidAsync<SectionChecked>(4, e => e.DossierId == dossier))[^1];
        Assert.Equal((4L, 0, true, 7, 8), (last.Revision, last.Blocking, last.Complete, last.Answered, last.Expected));
        var changed = await client.GetAsync($"/api/members/organisations/{organisation}").OkAsync();
        await client.PutAsync($"/api/members/organisations/{organisation}", new { name = "Renommée", code = new { pole, code = "m1" }, status = "association" }, $"\"{changed["version"]}\"").OkAsync();
        Assert.Equal(5, (await host.SaidAsync<SectionChecked>(5, e => e.DossierId == dossier))[^1].Revision);
        var checks = await client.GetAsync($"/api/members/poles/{pole}/years/2015/checks").OkAsync();
        Assert.Contains("members.composition.non-ess-enterprise", checks["findings"]!.AsArray().Select(f => (string?)f!["code"]));

        await host.HearAsync(Streams.Of(Streams.Campaigns, campaign), new CampaignPublished(campaign, 2015, []));
        for (var attempt = 0; attempt < 600 && !await host.ReadAsync(db => db.Dossiers.AnyAsync(d => d.DossierId == dossier && d.Done)); attempt++)
            await Task.Delay(100);
        await client.PutAsync($"/api/members/poles/{pole}/years/2016", new { countingRule = "adhérents" }).OkAsync();
        Assert.Equal(5, (await host.SaidAsync<SectionChecked>(5, e => e.DossierId == dossier)).Count);
    }

    [Fact]
    public async Task A_candidate_of_a_pole_that_is_not_registered_is_refused()
    {
        var (dossier, campaign) = await OpenAsync("nobody-knows");
        await RequestAsync(dossier, campaign, 1, "nobody-knows");
        Assert.Equal("members.pole.unknown", (await host.SaidAsync<SectionCandidateRefused>(1, e => e.DossierId == dossier))[0].Code);
    }

    private async Task<(Guid Dossier, Guid Campaign)> OpenAsync(string pole)
    {
        var (dossier, campaign) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await host.HearAsync(Streams.Of(Streams.Campaigns, campaign), Opened(campaign, dossier, pole));
        await host.SaidAsync<SectionChecked>(1, e => e.DossierId == dossier);
        return (dossier, campaign);
    }

    private Task RequestAsync(Guid dossier, Guid campaign, int attempt, string pole) =>
        host.HearAsync(Streams.Of(Streams.Dossiers, dossier), new CandidateRequested(dossier, attempt, campaign, pole, new(2015, 6, 30), 2014, Pins));

    private static CampaignOpened Opened(Guid campaign, Guid dossier, string pole) =>
        new(campaign, 2015, "2015", new(2015, 6, 30), 2014, false, Pins, [new(dossier, pole)]);
}
