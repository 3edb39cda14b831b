using Microsoft.EntityFrameworkCore;
using Ptce.Contracts;
using Ptce.Contracts.Survey;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Collection;

/// <summary>The letter as sent.</summary>
internal sealed record LetterRequest(string? Subject, string? Text);

/// <summary>Members to invite.</summary>
internal sealed record InviteRequest(IReadOnlyList<Invitee> Invitations);

/// <summary>One member to invite.</summary>
internal sealed record Invitee(Guid Id, Guid OrganisationId, string Name, string Email);

/// <summary>Proposals to take or set aside; none named means all that wait.</summary>
internal sealed record ProposalsRequest(IReadOnlyList<Guid>? Ids);

/// <summary>The follow-up of a collection (tableau de suivi).</summary>
internal sealed record CollectionView(string? Subject, string? Text, bool ApprovedByLeader, bool ApprovedByAnalyst, int Invited, int Answered, decimal? ResponseRate, IReadOnlyList<InvitationView> Invitations, IReadOnlyList<ProposalView> Proposals);

/// <summary>One invitation in the follow-up.</summary>
internal sealed record InvitationView(Guid Id, Guid OrganisationId, string Name, string Email, InvitationState State, int Mails, DateTime? LastSentAt, int? RefusedWith);

/// <summary>One proposal. FTE is an annual average, income in euros.</summary>
internal sealed record ProposalView(Guid Id, Guid OrganisationId, int Year, decimal? FullTimeEquivalents, decimal? Income, string? IncomeBand, int? PeopleInvolved, string? Effects, ProposalState State, string? Code, DateTime At);

/// <summary>Use cases of the PTCE and the study team: write and approve the letter, invite, send, remind, follow up, take what members declared.</summary>
internal static class CollectionUseCases
{
    public static async Task<IResult> ShowAsync(Guid id, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct)
    {
        if (await desk.FindAsync(id, caller, Permissions.DossiersRead, ct) is null)
            return DossierProblems.NotFound.With();
        var letter = await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.DossierId == id, ct);
        var invitations = await db.Invitations.AsNoTracking().Where(i => i.DossierId == id).OrderBy(i => i.Name).ThenBy(i => i.Id).ToListAsync(ct);
        var proposals = await db.Proposals.AsNoTracking().Where(p => p.DossierId == id).OrderBy(p => p.At).ThenBy(p => p.Id).ToListAsync(ct);
        var invited = invitations.Count(i => i.State != InvitationState.Revoked);
        var answered = invitations.Count(i => i.State == InvitationState.Answered);
        return Results.Ok(new CollectionView(letter?.Subject, letter?.Text, letter?.LeaderApproval is not null, letter?.AnalystApproval is not null,
            invited, answered, invited == 0 ? null : decimal.Round((decimal)answered / invited, 4),
            [.. invitations.Select(i => new InvitationView(i.Id, i.OrganisationId, i.Name, i.Email, i.State, i.Mails, i.LastSentAt, i.RefusedWith))],
            [.. proposals.Select(p => new ProposalView(p.Id, p.OrganisationId, p.Year, p.FullTimeEquivalents, p.IncomeCents / 100m, p.IncomeBand, p.PeopleInvolved, p.Effects, p.State, p.Code, p.At))]));
    }

    public static async Task<IResult> WriteAsync(Guid id, LetterRequest request, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct)
    {
        if (request.Subject?.Trim() is not { Length: > 0 and <= 200 } subject || request.Text?.Trim() is not { Length: > 0 and <= 10_000 } text
            || subject.Any(char.IsControl) || !text.Contains("{lien}", StringComparison.Ordinal))
            return CollectionProblems.BadLetter.With();
        return await desk.ChangeAsync(id, caller, Permissions.DossiersSubmit, async _ =>
        {
            var letter = await db.Letters.FindAsync([id], ct);
            if (letter is null)
                db.Letters.Add(letter = new CollectionLetter { DossierId = id });
            letter.Write(subject, text);
            return Results.NoContent();
        }, ct);
    }

    /// <summary>Whoever leads the pole approves as its leader, whoever reviews as the study team; an approval is a person's.</summary>
    public static Task<IResult> ApproveAsync(Guid id, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct) =>
        desk.ChangeAsync(id, caller, Permissions.DossiersSubmit, async open =>
        {
            if (await db.Letters.FindAsync([id], ct) is not { } letter)
                return CollectionProblems.NoLetter.With();
            if (caller.IsPerson && caller.Can(Permissions.DossiersSignOff, open.Dossier.PoleKey))
                letter.ApproveAsLeader(caller.Subject);
            if (caller.IsPerson && caller.Can(Permissions.DossiersReview, open.Dossier.PoleKey))
                letter.ApproveAsAnalyst(caller.Subject);
            return Results.NoContent();
        }, ct);

    public static Task<IResult> InviteAsync(Guid id, InviteRequest request, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct) =>
        desk.ChangeAsync(id, caller, Permissions.DossiersSubmit, async _ =>
        {
            if (request.Invitations.Count > 500 || request.Invitations.Any(i => i.Name is not { Length: > 0 and <= 300 } || i.Name.Any(char.IsControl) || !IsAddress(i.Email)))
                return CollectionProblems.BadAddress.With();
            var known = await db.Invitations.Where(i => i.DossierId == id).ToDictionaryAsync(i => i.OrganisationId, ct);
            foreach (var invitee in request.Invitations.DistinctBy(i => i.OrganisationId))
            {
                if (known.TryGetValue(invitee.OrganisationId, out var before))
                    before.Email = invitee.Email;
                else
                    db.Invitations.Add(new Invitation { Id = invitee.Id, DossierId = id, OrganisationId = invitee.OrganisationId, Name = invitee.Name, Email = invitee.Email });
            }
            return Results.NoContent();
        }, ct);

    /// <summary>Sends the letter to all who have not got it (<paramref name="remind"/> false), or reminds those who have not answered.</summary>
    public static Task<IResult> SendAsync(Guid id, bool? remind, Caller caller, DossierDesk desk, SurveyDb db, TimeProvider time, CancellationToken ct) =>
        desk.ChangeAsync(id, caller, Permissions.DossiersSubmit, async open =>
        {
            if (open.Dossier.IsSigned)
                return DossierProblems.Signed.With();
            if (await db.Letters.FindAsync([id], ct) is not { } letter)
                return CollectionProblems.NoLetter.With();
            if (!letter.IsApproved)
                return CollectionProblems.NotApproved.With();
            var now = time.GetUtcNow().UtcDateTime;
            var invitations = await db.Invitations.Where(i => i.DossierId == id).ToListAsync(ct);
            var mails = invitations.Count(i => (remind == true || i.Mails == 0) && i.AskForMail(now));
            return Results.Accepted(value: new { mails });
        }, ct);

    public static Task<IResult> RevokeAsync(Guid id, Guid invitationId, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct) =>
        desk.ChangeAsync(id, caller, Permissions.DossiersSubmit, async _ =>
        {
            if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == invitationId && i.DossierId == id, ct) is not { } invitation)
                return CollectionProblems.InvitationNotFound.With();
            invitation.Revoke();
            db.Links.RemoveRange(await db.Links.Where(l => l.InvitationId == invitationId).ToListAsync(ct));
            return Results.NoContent();
        }, ct);

    public static Task<IResult> AcceptAsync(Guid id, ProposalsRequest? request, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct) =>
        desk.ChangeAsync(id, caller, Permissions.DossiersSubmit, async open =>
        {
            if (open.Dossier.IsSigned)
                return DossierProblems.Signed.With();
            var accepted = (await NamedAsync(db, id, request, ct)).Where(p => p.Accept()).ToList();
            foreach (var p in accepted)
            {
                db.Publish(Streams.Of(Streams.Figures, open.Dossier.PoleKey),
                    new MemberFiguresAccepted(p.Id, open.Dossier.PoleKey, p.OrganisationId, p.Year, p.FullTimeEquivalents, p.IncomeCents, p.IncomeBand, p.PeopleInvolved));
            }
            return Results.Ok(new { accepted = accepted.Count });
        }, ct);

    public static Task<IResult> SetAsideAsync(Guid id, ProposalsRequest request, Caller caller, DossierDesk desk, SurveyDb db, CancellationToken ct) =>
        desk.ChangeAsync(id, caller, Permissions.DossiersSubmit, async _ =>
        {
            (await NamedAsync(db, id, request, ct)).ForEach(p => p.SetAside());
            return Results.NoContent();
        }, ct);

    private static Task<List<Proposal>> NamedAsync(SurveyDb db, Guid dossier, ProposalsRequest? request, CancellationToken ct)
    {
        var proposals = db.Proposals.Where(p => p.DossierId == dossier);
        return (request?.Ids is { } ids ? proposals.Where(p => ids.Contains(p.Id)) : proposals.Where(p => p.State == ProposalState.Proposed)).OrderBy(p => p.At).ThenBy(p => p.Id).ToListAsync(ct);
    }

    private static bool IsAddress(string? email) =>
        email is { Length: > 3 and <= 320 } && !email.Any(char.IsControl) && MimeKit.MailboxAddress.TryParse(email, out var address) && address.Address == email && email.Contains('@', StringComparison.Ordinal);
}
