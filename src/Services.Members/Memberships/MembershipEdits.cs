using Microsoft.EntityFrameworkCore;
using Ptce.Members.Editing;
using Ptce.Members.Organisations;
using Ptce.Members.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members.Memberships;

/// <summary>One membership on the desk: its row, its log and its organisation.</summary>
internal sealed class OpenMembership(MembersDb db, Membership membership, Organisation organisation, List<Belonging> log, List<Criterion> criteria)
{
    public Membership Membership => membership;

    public Belongings Belongings { get; } = new(membership.Id, membership.PoleKey, log);

    public MembershipView View(DateOnly today) => MembershipView.Of(membership, organisation, Belongings.Current, criteria.Where(c => c.RecordedTo is null), today);

    /// <summary>Replaces the dated criteria: those no longer told are superseded, new ones appended, the rest untouched.</summary>
    public void Tell(IReadOnlyList<SentCriterion> told, DateTime recorded)
    {
        var current = criteria.Where(c => c.RecordedTo is null).ToList();
        foreach (var gone in current.Where(c => !told.Contains(new SentCriterion(c.Code, c.From, c.To))))
            gone.Supersede(recorded);
        foreach (var added in told.Where(t => !current.Exists(c => c.Code == t.Criterion && c.From == t.From && c.To == t.To)))
            criteria.Add(new Criterion { MembershipId = membership.Id, PoleKey = membership.PoleKey, Code = added.Criterion, From = added.From, To = added.To, RecordedFrom = recorded });
    }

    /// <summary>Adds to the context what the log gained.</summary>
    public void Track()
    {
        foreach (var version in log.Where(b => db.Entry(b).State == EntityState.Detached))
            db.Belongings.Add(version);
        foreach (var version in criteria.Where(c => db.Entry(c).State == EntityState.Detached))
            db.Criteria.Add(version);
    }

    public static async Task<OpenMembership?> ReadAsync(MembersDb db, string poleKey, Guid id, CancellationToken ct)
    {
        if (await db.Memberships.SingleOrDefaultAsync(m => m.PoleKey == poleKey && m.Id == id, ct) is not { } membership)
            return null;
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == membership.OrganisationId, ct);
        var log = await db.Belongings.Where(b => b.MembershipId == id).ToListAsync(ct);
        var criteria = await db.Criteria.Where(c => c.MembershipId == id).ToListAsync(ct);
        return new(db, membership, organisation, log, criteria);
    }
}

/// <summary>Runs an edit of one membership: If-Match, the act, the journal, the answer.</summary>
internal static class MembershipEdits
{
    public static Task<IResult> RunAsync(MembershipRequest request, object proposed, Func<OpenMembership, DateTime, Rule?> act) =>
        request.Writer.RunAsync(request.Caller, async edit =>
        {
            var (key, id, http, ct) = (request.Key, request.Id, request.Http, request.Http.RequestAborted);
            if (await OpenMembership.ReadAsync(request.Writer.Db, key, id, ct) is not { } open)
                return RequestProblems.NotFound.With();
            var before = open.View(request.Writer.Today);
            if (Preconditions.Check(http, open.Membership.Version, before, proposed) is { } refused)
                return refused;
            // The recorded time is taken before the act and kept only if the act changed something.
            var recorded = await edit.TouchAsync(key, ct);
            if (act(open, recorded) is { } broken)
                return broken.As(broken == MembershipRules.UnknownPeriod ? 404 : 409);
            open.Membership.Edits++;
            open.Track();
            var after = open.View(request.Writer.Today);
            edit.Note("membership", id.ToString(), key, MembershipTrace.Of(before), MembershipTrace.Of(after));
            await request.Writer.Db.SaveChangesAsync(ct);
            Preconditions.SetETag(http, open.Membership.Version);
            return Results.Ok(open.View(request.Writer.Today));
        }, request.Http.RequestAborted);
}

/// <summary>The parts of a request on one membership.</summary>
internal sealed record MembershipRequest(string Key, Guid Id, HttpContext Http, Caller Caller, MorphologyWriter Writer);

/// <summary>A membership as the journal keeps it: no name.</summary>
internal sealed record MembershipTrace(Guid OrganisationId, IReadOnlyList<BelongingView> Belongings, IReadOnlyList<CriterionView> Criteria, bool Founder, bool Lead, IReadOnlyList<string> Relations, string Provenance, string? Source)
{
    public static MembershipTrace Of(MembershipView view) =>
        new(view.Organisation.Id, view.Belongings, view.Criteria, view.Founder, view.Lead, view.Relations, view.Provenance, view.Source);
}
