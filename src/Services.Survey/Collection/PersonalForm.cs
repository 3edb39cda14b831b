using Microsoft.EntityFrameworkCore;
using Ptce.Contracts.Members;
using Ptce.Messaging;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Collection;

/// <summary>The secret of a personal link, posted by the page that read it from the fragment.</summary>
internal sealed record FormRequest(string Secret);

/// <summary>What a member sees: its own name, the PTCE, the year asked for, nothing else.</summary>
internal sealed record FormView(string Organisation, string? Pole, int Year, bool Answered);

/// <summary>What a member declares: FTE (annual average), income in euros or a band, people involved, effects of cooperation.</summary>
internal sealed record FormAnswer(string Secret, decimal? FullTimeEquivalents, decimal? Income, string? IncomeBand, int? PeopleInvolved, string? Effects);

/// <summary>Use cases of a member respondent: their own organisation's form by personal link, and nothing else.</summary>
internal static class PersonalForm
{
    public static async Task<IResult> ShowAsync(FormRequest request, HttpContext http, SurveyDb db, TimeProvider time, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await FindAsync(db, request.Secret, time, ct) is not var (invitation, year, pole))
            return CollectionProblems.BadLink.With();
        var name = await db.Poles.Where(p => p.PoleKey == pole).Select(p => p.Name).SingleOrDefaultAsync(ct);
        return Results.Ok(new FormView(invitation.Name, name, year, invitation.State == InvitationState.Answered));
    }

    public static async Task<IResult> AnswerAsync(FormAnswer answer, HttpContext http, SurveyDb db, TimeProvider time, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await FindAsync(db, answer.Secret, time, ct) is not var (invitation, year, _))
            return CollectionProblems.BadLink.With();
        if (!IsSound(answer))
            return CollectionProblems.BadFigures.With();
        db.Proposals.Add(new Proposal
        {
            Id = Guid.CreateVersion7(),
            DossierId = invitation.DossierId,
            InvitationId = invitation.Id,
            OrganisationId = invitation.OrganisationId,
            Year = year,
            FullTimeEquivalents = answer.FullTimeEquivalents is { } fte ? decimal.Round(fte, 2) : null,
            IncomeCents = answer.Income is { } income ? (long)decimal.Round(income * 100) : null,
            IncomeBand = answer.Income is null ? answer.IncomeBand : null,
            PeopleInvolved = answer.PeopleInvolved,
            Effects = string.IsNullOrWhiteSpace(answer.Effects) ? null : answer.Effects.Trim(),
            At = time.GetUtcNow().UtcDateTime,
        });
        // A second answer takes the place of one that nobody has looked at yet.
        foreach (var earlier in await db.Proposals.Where(p => p.InvitationId == invitation.Id && p.State == ProposalState.Proposed).ToListAsync(ct))
            earlier.SetAside();
        invitation.Answer();
        await db.SaveChangesAsync(ct);
        return Results.NoContent();
    }

    private static async Task<(Invitation Invitation, int Year, string Pole)?> FindAsync(SurveyDb db, string? secret, TimeProvider time, CancellationToken ct)
    {
        if (secret is not { Length: 64 })
            return null;
        var (hash, now) = (PersonalLink.HashOf(secret), time.GetUtcNow().UtcDateTime);
        var found = await (from link in db.Links
                           join invitation in db.Invitations on link.InvitationId equals invitation.Id
                           join dossier in db.Dossiers on invitation.DossierId equals dossier.Id
                           join campaign in db.Campaigns on dossier.CampaignId equals campaign.Id
                           where link.Hash == hash && link.ExpiresAt > now && invitation.State != InvitationState.Revoked && (dossier.SignedVersion == 0 || dossier.Reopened)
                           select new { invitation, campaign.FiscalYear, dossier.PoleKey }).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.invitation, found.FiscalYear, found.PoleKey);
    }

    private static bool IsSound(FormAnswer a) => SaysSomething(a)
        && a.FullTimeEquivalents is null or (>= 0 and <= 100_000)
        && a.PeopleInvolved is null or (>= 0 and <= 100_000)
        && a.Income is null or (>= 0 and <= 10_000_000_000m)
        && a.IncomeBand is null or "below-1m" or "1m-2m" or "above-2m"
        && a.Effects is null or { Length: <= 4000 };

    private static bool SaysSomething(FormAnswer a) =>
        a.FullTimeEquivalents is not null || a.Income is not null || a.IncomeBand is not null || a.PeopleInvolved is not null || !string.IsNullOrWhiteSpace(a.Effects);
}

/// <summary>Members stored what a leader had accepted.</summary>
internal sealed class NoteFiguresApplied(SurveyDb db) : IConsume<MemberFiguresApplied>
{
    public async Task HandleAsync(MemberFiguresApplied e, EventContext context, CancellationToken ct) => (await db.Proposals.FindAsync([e.ProposalId], ct))?.Applied();
}

/// <summary>Members could not store what a leader had accepted: the leader sees why and can accept again.</summary>
internal sealed class NoteFiguresRefused(SurveyDb db) : IConsume<MemberFiguresRefused>
{
    public async Task HandleAsync(MemberFiguresRefused e, EventContext context, CancellationToken ct) => (await db.Proposals.FindAsync([e.ProposalId], ct))?.Refused(e.Code);
}
