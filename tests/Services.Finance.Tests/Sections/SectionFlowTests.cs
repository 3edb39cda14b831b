using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ptce.Contracts;
using Ptce.Contracts.Sections;
using Ptce.Contracts.Survey;
using Ptce.Grid.Canonical;
using Ptce.ServiceDefaults.Sections;
using static Ptce.Finance.Tests.Json;

namespace Ptce.Finance.Tests.Sections;

public sealed class SectionFlowTests(FinanceHost host) : IClassFixture<FinanceHost>
{
    private static readonly IReadOnlyList<SectionPin> Pins = [new("economics", 1, "finance"), new("governance", 1, "survey")];

    [Fact]
    public async Task A_candidate_is_copied_signed_and_kept_and_a_stale_one_is_dropped()
    {
        var client = host.AsMachine();
        var (dossier, campaign) = await OpenAsync("phares", 2014);
        await client.PutAsync("/api/finance/poles/phares/years/2014", new JsonObject { ["situation"] = "analytic", ["provenance"] = "document", ["source"] = "étude" });
        await client.PutAsync("/api/finance/poles/phares/years/2014/lines", Batch(Change("S.ETAT.PTCE", 40000m, perimeter: "coordinator"), Change("I.LOY", 9592m)));

        await RequestAsync(dossier, campaign, 1, "phares");
        var stored = (await host.SaidAsync<SectionCandidateStored>(1, e => e.DossierId == dossier))[0];
        var owner = host.Services.GetRequiredKeyedService<ISectionOwner>("finance");
        var bytes = await owner.ReadCopyAsync(stored.Digest, default);
        var copy = SectionCopy.Parse(bytes);
        Assert.Equal(stored.Digest, copy.Digest());
        Assert.Equal(stored.Size, bytes!.Length);
        Assert.Equal(("economics", 1, "phares", 2015), (copy.Section, copy.Version, copy.Pole, copy.Year));
        Assert.Equal("analytic", copy.Of("economics")[0]["situation"]!.Value.AsText);
        var grant = copy.Of("line").Single(record => record.Key == "S.ETAT.PTCE/1");
        Assert.Equal(("40000.00", "state", "income", "coordinator"), (grant["amount"]!.Value.AsText, grant["funder"]!.Value.AsText, grant["side"]!.Value.AsText, grant["perimeter"]!.Value.AsText));
        Assert.Equal(await owner.ReadHeadAsync(dossier, "economics", default) is { } head ? head.Revision : -1, stored.Revision);

        await host.HearAsync(Streams.Of(Streams.Dossiers, dossier), new CandidateDropped(dossier, 1, "survey.candidate.stale"));
        await client.PutAsync("/api/finance/poles/phares/years/2014/lines", Batch(Change("I.LOY", 10000m, @base: 1)));
        await RequestAsync(dossier, campaign, 2, "phares");
        var second = (await host.SaidAsync<SectionCandidateStored>(2, e => e.DossierId == dossier))[1];
        Assert.NotEqual(stored.Digest, second.Digest);
        Assert.Null(await owner.ReadCopyAsync(stored.Digest, default));

        await host.HearAsync(Streams.Of(Streams.Dossiers, dossier), new DossierSignedOff(
            dossier, 2, campaign, "phares", 2015, 1, new string('0', 64), DateTime.UnixEpoch, [new("economics", 1, "finance", second.Digest, second.Size)], true));
        await host.HearAsync(Streams.Of(Streams.Dossiers, dossier), new CandidateDropped(dossier, 2, "survey.candidate.stale"));
        var signed = Assert.Single(await host.SaidAsync<SectionSigned>(1, e => e.DossierId == dossier));
        Assert.Equal((second.Digest, "finance", "phares"), (signed.Digest, signed.Owner, signed.PoleKey));
        await RequestAsync(dossier, campaign, 3, "phares");
        await host.SaidAsync<SectionCandidateStored>(3, e => e.DossierId == dossier);
        Assert.True(await host.ReadAsync(db => db.Copies.AnyAsync(c => c.DossierId == dossier && c.Attempt == 2 && c.Signed)));
    }

    [Fact]
    public async Task Every_edit_of_a_pole_with_a_dossier_announces_its_checks_and_never_a_value()
    {
        var client = host.AsMachine();
        var (dossier, _) = await OpenAsync("serre", 2014);
        Assert.Equal((0L, false), (await host.SaidAsync<SectionChecked>(1, e => e.DossierId == dossier)).Select(e => (e.Revision, e.Complete)).Single());
        await client.PutAsync("/api/finance/poles/serre/years/2014", new JsonObject { ["situation"] = "not-separable" });
        await client.PutAsync("/api/finance/poles/serre/years/2014/lines", Batch(Change("S.REG", 10m), Change("V.BEN", 1m)));
        var last = (await host.SaidAsync<SectionChecked>(3, e => e.DossierId == dossier))[^1];
        Assert.Equal((3L, 1, true, 2), (last.Revision, last.Blocking, last.Complete, last.Answered));
    }

    [Fact]
    public async Task A_candidate_of_a_year_that_nobody_filled_is_refused()
    {
        var (dossier, campaign) = await OpenAsync("periscope", 2014);
        await RequestAsync(dossier, campaign, 1, "periscope");
        Assert.Equal("finance.year.missing", (await host.SaidAsync<SectionCandidateRefused>(1, e => e.DossierId == dossier))[0].Code);
    }

    [Fact]
    public async Task A_new_year_takes_over_situation_and_flags_to_be_confirmed_and_no_amount()
    {
        var client = host.AsMachine();
        await client.PutAsync("/api/finance/poles/bray/years/2016", new JsonObject { ["situation"] = "autonomous", ["premisesIncluded"] = true });
        await client.PutAsync("/api/finance/poles/bray/years/2016/lines", Batch(Change("S.REG", 10m)));
        var (dossier, _) = await OpenAsync("bray", 2017);
        await host.SaidAsync<SectionChecked>(1, e => e.DossierId == dossier);
        var year = await (await client.GetAsync("/api/finance/poles/bray/years/2017")).BodyAsync();
        Assert.Equal(("autonomous", "previous-year"), ((string?)year["header"]!["situation"], (string?)year["header"]!["provenance"]));
        Assert.Empty(year["lines"]!.AsArray());
    }

    [Fact]
    public async Task A_closed_campaign_takes_no_more_edits()
    {
        var client = host.AsMachine();
        var (dossier, campaign) = await OpenAsync("domb", 2013);
        await host.HearAsync(Streams.Of(Streams.Campaigns, campaign), new CampaignClosed(campaign));
        for (var attempt = 0; attempt < 600 && !await host.ReadAsync(db => db.Dossiers.AnyAsync(d => d.DossierId == dossier && d.Closed)); attempt++)
            await Task.Delay(100);
        var refused = await client.PutAsync("/api/finance/poles/domb/years/2013/lines", Batch(Change("S.REG", 10m)));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("finance.year.closed", (string?)(await refused.BodyAsync())["code"]);
    }

    private async Task<(Guid Dossier, Guid Campaign)> OpenAsync(string pole, int fiscalYear)
    {
        var (dossier, campaign) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await host.HearAsync(Streams.Of(Streams.Campaigns, campaign), new CampaignOpened(
            campaign, fiscalYear + 1, "2015", new DateOnly(fiscalYear + 1, 6, 30), fiscalYear, false, Pins, [new(dossier, pole)]));
        return (dossier, campaign);
    }

    private Task RequestAsync(Guid dossier, Guid campaign, int attempt, string pole) => host.HearAsync(
        Streams.Of(Streams.Dossiers, dossier), new CandidateRequested(dossier, attempt, campaign, pole, new DateOnly(2015, 6, 30), 2014, Pins));
}
