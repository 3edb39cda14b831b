using Ptce.Survey.Campaigns;
using Ptce.Survey.Dossiers;

namespace Ptce.Survey.Tests.Dossiers;

/// <summary>The whole matrix of acts and states, written by hand: a rule changed by accident shows here.</summary>
public class SectionTransitionsTests
{
    private static readonly Dictionary<(SectionAct, SectionState), string?> InAnOpenCampaign = new()
    {
        [(SectionAct.Fill, SectionState.ToFill)] = null,
        [(SectionAct.Fill, SectionState.Submitted)] = "survey.section.handed-in",
        [(SectionAct.Fill, SectionState.InReview)] = "survey.section.handed-in",
        [(SectionAct.Fill, SectionState.Returned)] = null,
        [(SectionAct.Fill, SectionState.Accepted)] = "survey.section.handed-in",
        [(SectionAct.Correct, SectionState.ToFill)] = null,
        [(SectionAct.Correct, SectionState.Submitted)] = null,
        [(SectionAct.Correct, SectionState.InReview)] = null,
        [(SectionAct.Correct, SectionState.Returned)] = null,
        [(SectionAct.Correct, SectionState.Accepted)] = null,
        [(SectionAct.Submit, SectionState.ToFill)] = null,
        [(SectionAct.Submit, SectionState.Submitted)] = "survey.section.already-submitted",
        [(SectionAct.Submit, SectionState.InReview)] = "survey.section.already-submitted",
        [(SectionAct.Submit, SectionState.Returned)] = null,
        [(SectionAct.Submit, SectionState.Accepted)] = "survey.section.already-submitted",
        [(SectionAct.StartReview, SectionState.ToFill)] = "survey.section.not-submitted",
        [(SectionAct.StartReview, SectionState.Submitted)] = null,
        [(SectionAct.StartReview, SectionState.InReview)] = "survey.section.not-submitted",
        [(SectionAct.StartReview, SectionState.Returned)] = "survey.section.not-submitted",
        [(SectionAct.StartReview, SectionState.Accepted)] = "survey.section.already-accepted",
        [(SectionAct.Return, SectionState.ToFill)] = "survey.section.not-in-review",
        [(SectionAct.Return, SectionState.Submitted)] = "survey.section.not-in-review",
        [(SectionAct.Return, SectionState.InReview)] = null,
        [(SectionAct.Return, SectionState.Returned)] = "survey.section.not-in-review",
        [(SectionAct.Return, SectionState.Accepted)] = null,
        [(SectionAct.Accept, SectionState.ToFill)] = "survey.section.not-in-review",
        [(SectionAct.Accept, SectionState.Submitted)] = "survey.section.not-in-review",
        [(SectionAct.Accept, SectionState.InReview)] = null,
        [(SectionAct.Accept, SectionState.Returned)] = "survey.section.not-in-review",
        [(SectionAct.Accept, SectionState.Accepted)] = "survey.section.not-in-review",
    };

    [Fact]
    public void Every_act_in_every_state_is_decided() =>
        Assert.Equal(Enum.GetValues<SectionAct>().Length * Enum.GetValues<SectionState>().Length, InAnOpenCampaign.Count);

    [Fact]
    public void An_open_campaign_allows_what_the_workflow_says_and_gives_a_reason_for_the_rest()
    {
        foreach (var ((act, state), code) in InAnOpenCampaign)
            Assert.True(code == SectionTransitions.Refusal(act, CampaignState.Open, false, false, state)?.Code, $"{act} in {state}");
    }

    [Theory]
    [InlineData(CampaignState.Draft, false, "survey.campaign.not-open")]
    [InlineData(CampaignState.Open, true, "survey.dossier.signed")]
    [InlineData(CampaignState.Closed, true, "survey.dossier.signed")]
    [InlineData(CampaignState.Published, true, "survey.dossier.signed")]
    internal void A_draft_and_a_signed_dossier_refuse_every_act(CampaignState campaign, bool signed, string code)
    {
        foreach (var act in Enum.GetValues<SectionAct>())
        {
            foreach (var state in Enum.GetValues<SectionState>())
                Assert.Equal(code, SectionTransitions.Refusal(act, campaign, signed, false, state)?.Code);
        }
    }

    [Theory]
    [InlineData(CampaignState.Closed)]
    [InlineData(CampaignState.Published)]
    internal void A_closed_campaign_takes_no_content_but_lets_the_review_end(CampaignState campaign)
    {
        foreach (var ((act, state), code) in InAnOpenCampaign)
        {
            var expected = act is SectionAct.StartReview or SectionAct.Accept ? code : "survey.campaign.closed";
            Assert.Equal(expected, SectionTransitions.Refusal(act, campaign, false, false, state)?.Code);
        }
    }

    [Theory]
    [InlineData(CampaignState.Closed)]
    [InlineData(CampaignState.Published)]
    internal void A_reopened_dossier_is_corrected_whatever_the_campaign(CampaignState campaign)
    {
        foreach (var ((act, state), code) in InAnOpenCampaign)
            Assert.Equal(code, SectionTransitions.Refusal(act, campaign, false, true, state)?.Code);
    }
}
