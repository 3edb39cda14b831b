using Microsoft.EntityFrameworkCore;
using Ptce.Members.Editing;
using Ptce.Members.Vocabulary;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Memberships;

/// <summary>The acts on a membership's belonging periods: entry, exit, change of circle, correction, retraction.</summary>
internal static class ChangePeriods
{
    public static async Task<IResult> EnterAsync(string key, Guid id, SentBelonging sent, HttpContext http, Caller caller, MorphologyWriter writer)
    {
        var checks = new FieldChecks();
        sent.Check(checks, "");
        if (!checks.Passed)
            return RequestProblems.Invalid.With(checks.AsErrors());
        if (await TakenAsync(writer, sent.Id, id, http.RequestAborted))
            return MembershipRules.TakenId.As(409);
        return await MembershipEdits.RunAsync(new(key, id, http, caller, writer), sent, (open, recorded) => open.Belongings.Enter(sent.Entered(open.Membership.Provenance), recorded));
    }

    public static Task<IResult> LeaveAsync(string key, Guid id, SentExit sent, HttpContext http, Caller caller, MorphologyWriter writer) =>
        MembershipEdits.RunAsync(new(key, id, http, caller, writer), sent, (open, recorded) => open.Belongings.Leave(sent.Date, recorded));

    public static async Task<IResult> MoveAsync(string key, Guid id, SentMove sent, HttpContext http, Caller caller, MorphologyWriter writer)
    {
        var checks = new FieldChecks().OneOf(Lists.Circles, sent.Circle, "circle", required: true).Require(sent.Id != Guid.Empty, FieldRules.Missing, "id", null)
            .OneOf(Lists.Provenances, sent.Provenance, "provenance").Text(sent.Source, "source", 500);
        if (!checks.Passed)
            return RequestProblems.Invalid.With(checks.AsErrors());
        if (await TakenAsync(writer, sent.Id, id, http.RequestAborted))
            return MembershipRules.TakenId.As(409);
        return await MembershipEdits.RunAsync(new(key, id, http, caller, writer), sent,
            (open, recorded) => open.Belongings.Move(sent.Id, sent.Date, sent.Circle, sent.Provenance ?? open.Membership.Provenance, sent.Source, recorded));
    }

    public static Task<IResult> CorrectAsync(string key, Guid id, Guid belongingId, SentBelonging sent, HttpContext http, Caller caller, MorphologyWriter writer)
    {
        var corrected = sent with { Id = belongingId };
        var checks = new FieldChecks();
        corrected.Check(checks, "");
        return checks.Passed
            ? MembershipEdits.RunAsync(new(key, id, http, caller, writer), corrected, (open, recorded) => open.Belongings.Correct(corrected.Entered(open.Membership.Provenance), recorded))
            : Task.FromResult<IResult>(RequestProblems.Invalid.With(checks.AsErrors()));
    }

    public static Task<IResult> RetractAsync(string key, Guid id, Guid belongingId, HttpContext http, Caller caller, MorphologyWriter writer) =>
        MembershipEdits.RunAsync(new(key, id, http, caller, writer), new { retract = belongingId }, (open, recorded) => open.Belongings.Retract(belongingId, recorded));

    // Inside the same membership the log itself refuses a taken id, also one that was retracted.
    private static Task<bool> TakenAsync(MorphologyWriter writer, Guid belongingId, Guid membershipId, CancellationToken ct) =>
        writer.Db.Belongings.AnyAsync(b => b.Id == belongingId && b.MembershipId != membershipId, ct);
}
