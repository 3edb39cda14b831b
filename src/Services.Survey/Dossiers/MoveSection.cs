using Ptce.ServiceDefaults.Access;
using Ptce.Survey.Sections;

namespace Ptce.Survey.Dossiers;

/// <summary>Why a section is sent back.</summary>
internal sealed record ReturnRequest(string? Reason);

/// <summary>Where a section stands after a move.</summary>
internal sealed record SectionMoved(string Section, string State, string DossierState);

/// <summary>Use cases: hand in a section, begin its review, send it back, accept it.</summary>
internal static class MoveSection
{
    private const int LongestReason = 2000;

    public static Task<IResult> SubmitAsync(Guid id, string section, Caller caller, DossierDesk desk, OwnerHeads heads, TimeProvider time, CancellationToken ct) =>
        MoveAsync(SectionAct.Submit, id, section, null, caller, desk, heads, time, ct);

    public static Task<IResult> StartReviewAsync(Guid id, string section, Caller caller, DossierDesk desk, OwnerHeads heads, TimeProvider time, CancellationToken ct) =>
        MoveAsync(SectionAct.StartReview, id, section, null, caller, desk, heads, time, ct);

    public static async Task<IResult> ReturnAsync(Guid id, string section, ReturnRequest? request, Caller caller, DossierDesk desk, OwnerHeads heads, TimeProvider time, CancellationToken ct) =>
        request?.Reason?.Trim() is { Length: > 0 and <= LongestReason } reason
            ? await MoveAsync(SectionAct.Return, id, section, reason, caller, desk, heads, time, ct)
            : DossierProblems.ReasonMissing.With();

    public static Task<IResult> AcceptAsync(Guid id, string section, Caller caller, DossierDesk desk, OwnerHeads heads, TimeProvider time, CancellationToken ct) =>
        MoveAsync(SectionAct.Accept, id, section, null, caller, desk, heads, time, ct);

    private static Task<IResult> MoveAsync(SectionAct act, Guid id, string key, string? reason, Caller caller, DossierDesk desk, OwnerHeads heads, TimeProvider time, CancellationToken ct) =>
        desk.ChangeAsync(id, caller, SectionTransitions.PermissionFor(act), async open =>
        {
            if (open.Dossier.Section(key) is not { } section)
                return DossierProblems.SectionNotFound.With();
            if (act is SectionAct.Submit or SectionAct.Accept && await heads.LearnAsync(open.Dossier, [section], ct) is { } silent)
                return silent;
            return open.Dossier.Move(act, section, open.Campaign.State, reason, time.GetUtcNow().UtcDateTime) is { } refused
                ? refused.With()
                : Results.Ok(new SectionMoved(section.Section, section.State.Name(), open.Dossier.State.Name()));
        }, ct);
}
