using Ptce.Contracts;
using Ptce.Contracts.Members;
using Ptce.Contracts.Sections;
using Ptce.Contracts.Survey;

namespace Ptce.Members.Tests.Figures;

public sealed class ApplyAcceptedFiguresTests(MembersHost host) : IClassFixture<MembersHost>
{
    [Fact]
    public async Task What_a_leader_accepted_is_stored_field_by_field_and_announced_once()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var member = await client.NewOrganisationAsync(pole, "m1");
        await client.AdmitAsync(pole, member);
        await client.PutAsync($"/api/members/poles/{pole}/members/{member}/years/2014", new { fte = 3, residents = 7, income = 10.00, provenance = "document" }).OkAsync();
        var (dossier, campaign) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await host.HearAsync(Streams.Of(Streams.Campaigns, campaign), new CampaignOpened(campaign, 2015, "2015", new(2015, 6, 30), 2014, false, [new("morphology", 1, "members")], [new(dossier, pole)]));
        await host.SaidAsync<SectionChecked>(1, e => e.DossierId == dossier);
        var accepted = new MemberFiguresAccepted(Guid.CreateVersion7(), pole, member, 2014, 4.5m, null, "1m-2m", 2);
        await host.HearAsync(Streams.Of(Streams.Figures, pole), accepted);
        await host.SaidAsync<MemberFiguresApplied>(1, e => e.ProposalId == accepted.ProposalId);
        var told = await client.GetAsync($"/api/members/poles/{pole}/members/{member}/years/2014").OkAsync();
        Assert.Equal((4.5m, 7, "1m-2m", 2, "document", "member"), ((decimal)told["fte"]!, (int)told["residents"]!, (string?)told["incomeBand"], (int)told["people"]!, (string?)told["provenance"], (string?)told["provenances"]!["fte"]));
        Assert.Null(told["income"]);
        Assert.True((await host.SaidAsync<SectionChecked>(2, e => e.DossierId == dossier))[1].Revision > 0);
        await host.HearAsync(Streams.Of(Streams.Figures, pole), accepted);
        await host.SaidAsync<MemberFiguresApplied>(2, e => e.ProposalId == accepted.ProposalId);
        Assert.Equal(2, (long)(await client.GetAsync($"/api/members/poles/{pole}/members/{member}/years/2014").OkAsync())["version"]!);
    }

    [Fact]
    public async Task What_cannot_be_stored_is_refused_visibly()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var member = await client.NewOrganisationAsync(pole, "m1");
        var stranger = new MemberFiguresAccepted(Guid.CreateVersion7(), pole, member, 2014, 1, null, null, null);
        await host.HearAsync(Streams.Of(Streams.Figures, pole), stranger);
        Assert.Equal("members.figures.not-a-member", (await host.SaidAsync<MemberFiguresRefused>(1, e => e.ProposalId == stranger.ProposalId))[0].Code);
        await client.AdmitAsync(pole, member);
        var negative = stranger with { ProposalId = Guid.CreateVersion7(), FullTimeEquivalents = -1 };
        await host.HearAsync(Streams.Of(Streams.Figures, pole), negative);
        Assert.Equal("members.figures.negative", (await host.SaidAsync<MemberFiguresRefused>(1, e => e.ProposalId == negative.ProposalId))[0].Code);
    }

    [Fact]
    public async Task A_new_campaign_proposes_last_years_figures_marked_as_such()
    {
        var client = host.AsMachine();
        var pole = await client.NewPoleAsync();
        var (told, untold) = (await client.NewOrganisationAsync(pole, "m1"), await client.NewOrganisationAsync(pole, "m2"));
        foreach (var member in new[] { told, untold })
        {
            await client.AdmitAsync(pole, member);
            await client.PutAsync($"/api/members/poles/{pole}/members/{member}/years/2013", new { fte = 3, people = 1, income = 5.00, provenance = "document", source = "p. 3" }).OkAsync();
        }
        await client.PutAsync($"/api/members/poles/{pole}/members/{told}/years/2014", new { fte = 8 }).OkAsync();
        var (dossier, campaign) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await host.HearAsync(Streams.Of(Streams.Campaigns, campaign), new CampaignOpened(campaign, 2015, "2015", new(2015, 6, 30), 2014, false, [new("morphology", 1, "members")], [new(dossier, pole)]));
        var first = (await host.SaidAsync<SectionChecked>(1, e => e.DossierId == dossier))[0];
        var proposed = await client.GetAsync($"/api/members/poles/{pole}/members/{untold}/years/2014").OkAsync();
        Assert.Equal((3m, "previous-year"), ((decimal)proposed["fte"]!, (string?)proposed["provenance"]));
        Assert.Equal(8, (decimal)(await client.GetAsync($"/api/members/poles/{pole}/members/{told}/years/2014").OkAsync())["fte"]!);
        await client.PutAsync($"/api/members/poles/{pole}/members/{untold}/years/2014", new { fte = 3, people = 1, income = 5.00, provenance = "interview-1" }, "\"1\"").OkAsync();
        Assert.Equal(first.Answered + 3, (await host.SaidAsync<SectionChecked>(2, e => e.DossierId == dossier))[1].Answered);
    }
}
