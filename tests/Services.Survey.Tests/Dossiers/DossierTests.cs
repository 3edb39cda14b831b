using Ptce.Contracts.Survey;
using Ptce.Grid.Definitions;
using Ptce.Survey.Campaigns;
using Ptce.Survey.Dossiers;
using Ptce.Survey.SignOff;

namespace Ptce.Survey.Tests.Dossiers;

/// <summary>A dossier of four sections with three owners, walked through by hand.</summary>
public class DossierTests
{
    private static readonly DateTime Noon = new(2015, 9, 1, 12, 0, 0, DateTimeKind.Utc);

    private static readonly SectionPin[] Pins =
        [new("cooperation", 1, "survey"), new("economics", 1, "finance"), new("governance", 1, "survey"), new("morphology", 1, "members")];

    private readonly Campaign campaign = new()
    {
        Id = Guid.Parse("0198f000-0000-7000-8000-000000002015"),
        Year = 2015,
        Edition = "2015",
        Name = new LocalizedText("Campagne 2015", "2015 campaign"),
        ReferenceDate = new DateOnly(2015, 6, 30),
        FiscalYear = 2014,
        Demonstration = false,
        Calendar = new CampaignCalendar(),
        Poles = ["phares"],
        Sections = Pins,
    };

    private readonly Dossier dossier = Dossier.Open(Guid.Parse("0198f000-0000-7000-8000-000000002015"), "phares", Pins);

    [Fact]
    public void A_dossier_is_submitted_when_all_its_sections_are()
    {
        foreach (var section in dossier.Sections)
        {
            Assert.Equal(DossierState.ToFill, dossier.State);
            Fill(section.Section, 1);
            Move(SectionAct.Submit, section.Section);
        }
        Assert.Equal(DossierState.Submitted, dossier.State);
    }

    [Fact]
    public void A_blocking_error_prevents_submission_and_so_does_a_missing_required_answer()
    {
        Learn("governance", new SectionCounts(1, 1, 0, 3, 4, true));
        Assert.Equal("survey.section.blocking-errors", Refused(SectionAct.Submit, "governance"));
        Learn("governance", new SectionCounts(2, 0, 0, 3, 4, false));
        Assert.Equal("survey.section.incomplete", Refused(SectionAct.Submit, "governance"));
    }

    [Fact]
    public void Accepting_the_last_section_requests_a_candidate_of_all_sections()
    {
        AcceptAll();
        Assert.Equal(DossierState.DrawingUp, dossier.State);
        Assert.Equal(["cooperation", "economics", "governance", "morphology"], dossier.Candidate!.Sections.Select(s => s.Section));
        Assert.Same(dossier.Candidate, dossier.JustRequested);
        Assert.Equal(1, dossier.Attempt);
    }

    [Fact]
    public void The_last_stored_copy_completes_the_candidate_and_the_order_does_not_matter()
    {
        AcceptAll();
        Store("morphology");
        Store("governance");
        Store("economics");
        Assert.Null(dossier.Candidate!.Digest);
        Assert.Equal("survey.candidate.drawing-up", SignOffRules.Refusal(dossier, 1, "")?.Code);
        Store("cooperation");
        Store("cooperation");
        Assert.Equal(DossierState.AwaitingSignOff, dossier.State);
        var digest = dossier.Candidate!.Digest!;
        Assert.Equal(64, digest.Length);
        Assert.Null(SignOffRules.Refusal(dossier, 1, digest));
    }

    [Fact]
    public void Signing_a_dossier_with_an_open_query_is_refused()
    {
        var digest = Await();
        dossier.CountQuery(+1);
        Assert.Equal("survey.dossier.open-query", SignOffRules.Refusal(dossier, 1, digest)?.Code);
    }

    [Fact]
    public void Another_digest_or_another_attempt_is_not_the_current_candidate()
    {
        var digest = Await();
        Assert.Equal("survey.candidate.other", SignOffRules.Refusal(dossier, 1, new string('0', 64))?.Code);
        Assert.Equal("survey.candidate.other", SignOffRules.Refusal(dossier, 2, digest)?.Code);
    }

    [Fact]
    public void An_edit_after_the_candidate_makes_it_stale_and_accepting_again_draws_up_the_next()
    {
        var digest = Await();
        Fill("morphology", 2);
        Assert.Equal(CandidateState.Stale, dossier.Candidate!.State);
        Assert.Same(dossier.Candidate, dossier.JustDropped);
        Assert.Equal("survey.candidate.stale", SignOffRules.Refusal(dossier, 1, digest)?.Code);
        Assert.Equal(SectionState.InReview, dossier.Section("morphology")!.State);
        Assert.Equal(SectionState.Accepted, dossier.Section("economics")!.State);

        Move(SectionAct.Accept, "morphology");
        Assert.Equal(2, dossier.Attempt);
        Assert.Equal(DossierState.DrawingUp, dossier.State);
    }

    [Fact]
    public void News_that_arrive_late_or_twice_change_nothing()
    {
        Await();
        Fill("morphology", 1);
        Assert.False(dossier.Learn(dossier.Section("morphology")!, new SectionCounts(0, 9, 9, 0, 0, false)));
        Assert.Equal(DossierState.AwaitingSignOff, dossier.State);
    }

    [Fact]
    public void A_copy_of_another_revision_than_the_accepted_one_is_read_again()
    {
        AcceptAll();
        dossier.CopyStored(1, "economics", new StoredCopy(2, new string('e', 64), 10, 0), campaign);
        Assert.Equal(CandidateState.Stale, dossier.Candidate!.State);
        Assert.Equal(SectionState.InReview, dossier.Section("economics")!.State);
    }

    [Fact]
    public void A_copy_with_blocking_errors_and_a_refused_copy_set_the_candidate_aside()
    {
        AcceptAll();
        dossier.CopyStored(1, "economics", new StoredCopy(1, new string('e', 64), 10, 2), campaign);
        Assert.Equal((CandidateState.Refused, "survey.candidate.blocking"), (dossier.Candidate!.State, dossier.Candidate.Reason));
        Move(SectionAct.Accept, "economics");
        dossier.CopyRefused(2, "morphology", "members.section.unreadable");
        Assert.Equal("members.section.unreadable", dossier.Section("morphology")!.Reason);
        Assert.Equal(DossierState.InReview, dossier.State);
        // The refused attempt never comes back to life.
        Store("economics", attempt: 1);
        Store("economics", attempt: 2);
        Assert.Equal(CandidateState.Refused, dossier.Candidate!.State);
    }

    [Fact]
    public void Sending_a_section_back_drops_the_candidate()
    {
        Await();
        Move(SectionAct.Return, "governance", "Le nombre d'administrateurs ?");
        Assert.Equal("survey.section.returned", dossier.Candidate!.Reason);
        Assert.Equal(DossierState.Returned, dossier.State);
    }

    [Fact]
    public void A_signed_dossier_refuses_everything_until_it_is_reopened()
    {
        Sign(Noon);
        Assert.Equal(DossierState.SignedOff, dossier.State);
        foreach (var act in Enum.GetValues<SectionAct>())
            Assert.Equal("survey.dossier.signed", Refused(act, "governance"));
        // Members' working content goes on: the signed version does not care.
        Fill("morphology", 5);
        Assert.Equal(DossierState.SignedOff, dossier.State);

        Assert.Null(dossier.Reopen(["governance"], "Erreur sur la charte"));
        Assert.Equal(SectionState.Returned, dossier.Section("governance")!.State);
        Assert.Equal(SectionState.InReview, dossier.Section("morphology")!.State);
        Assert.Equal(SectionState.Accepted, dossier.Section("economics")!.State);
        Assert.Equal(1, dossier.SignedVersion);
    }

    [Fact]
    public void Each_signed_version_is_chained_to_the_one_before_and_its_time_never_runs_backwards()
    {
        var first = Sign(Noon);
        dossier.Reopen(["governance"], "Erreur");
        Fill("governance", 2);
        Move(SectionAct.Submit, "governance");
        Move(SectionAct.StartReview, "governance");
        Move(SectionAct.Accept, "governance");
        foreach (var section in dossier.Sections.ToList())
            Store(section.Section);
        var second = dossier.Sign(new Signature("leader-1", "", "Je valide ces données.", true), [], Noon.AddHours(-3));

        Assert.Null(first.Previous);
        Assert.Equal(first.Record, second.Previous);
        Assert.Equal((1, 2), (first.Number, second.Number));
        Assert.True(second.SignedAt > first.SignedAt);
        Assert.True(first.RecordHolds() && second.RecordHolds());
    }

    [Fact]
    public void A_chain_record_has_its_golden_value() => Assert.Equal(
        "798adf22df815f9234af52b0f118b7da73656129360e09c5376265bdb0df8e5b",
        SignedVersion.RecordOf(null, new string('a', 64), "leader-1", Noon, []));

    private SignedVersion Sign(DateTime at)
    {
        Await();
        return dossier.Sign(new Signature("leader-1", "Responsable", "Je valide ces données.", true), [], at);
    }

    private string Await()
    {
        AcceptAll();
        foreach (var section in dossier.Sections.ToList())
            Store(section.Section);
        return dossier.Candidate!.Digest!;
    }

    private void AcceptAll()
    {
        foreach (var section in dossier.Sections.Select(s => s.Section).ToList())
        {
            Fill(section, 1);
            Move(SectionAct.Submit, section);
            Move(SectionAct.StartReview, section);
            Move(SectionAct.Accept, section);
        }
    }

    private void Store(string section, int? attempt = null) =>
        dossier.CopyStored(attempt ?? dossier.Attempt, section, new StoredCopy(dossier.Section(section)!.AcceptedRevision, section[0] + new string('0', 63), 100, 0), campaign);

    private void Fill(string section, long revision) => Learn(section, new SectionCounts(revision, 0, 0, 4, 4, true));

    private void Learn(string section, SectionCounts counts) => dossier.Learn(dossier.Section(section)!, counts);

    private void Move(SectionAct act, string section, string? reason = null) =>
        Assert.Null(dossier.Move(act, dossier.Section(section)!, CampaignState.Open, reason, Noon));

    private string? Refused(SectionAct act, string section) => dossier.Move(act, dossier.Section(section)!, CampaignState.Open, null, Noon)?.Code;
}
