using Ptce.Contracts;
using Ptce.Contracts.Members;
using Ptce.Contracts.Survey;
using Ptce.Members.Editing;
using Ptce.Members.Sections;
using Ptce.Members.Storage;
using Ptce.Messaging;

namespace Ptce.Members.Figures;

/// <summary>Stores what a leader accepted from a member, or says why not; each proposal once.</summary>
internal sealed class ApplyAcceptedFigures(MembersDb db, TimeProvider time) : IConsume<MemberFiguresAccepted>
{
    public async Task HandleAsync(MemberFiguresAccepted e, EventContext context, CancellationToken ct)
    {
        var stream = Streams.Of(Streams.Poles, e.PoleKey);
        if (await db.AppliedChanges.FindAsync([e.PoleKey, e.ProposalId], ct) is not null)
        {
            db.Publish(stream, new MemberFiguresApplied(e.ProposalId, e.PoleKey));
            return;
        }
        if (await TellFigures.MemberAsync(db, e.PoleKey, e.OrganisationId, ct) is not { } organisation)
        {
            db.Publish(stream, new MemberFiguresRefused(e.ProposalId, e.PoleKey, FiguresRules.NotAMember.Code));
            return;
        }
        var row = await db.Figures.FindAsync([e.PoleKey, organisation.Id, e.Year], ct);
        var told = Merge(row?.Facts, e).Completed();
        if (told.Check(e.Year).Violations is [var first, ..])
        {
            db.Publish(stream, new MemberFiguresRefused(e.ProposalId, e.PoleKey, first.Rule.Code));
            return;
        }
        var edit = new Edit(db, time, "survey");
        TellFigures.Apply(edit, db, e.PoleKey, organisation.Id, e.Year, row, told);
        db.AppliedChanges.Add(new AppliedChange { PoleKey = e.PoleKey, Id = e.ProposalId, Revision = (row?.Version ?? 0) + 1, AppliedAt = edit.Now });
        await edit.TouchAsync(e.PoleKey, ct);
        db.Publish(stream, new MemberFiguresApplied(e.ProposalId, e.PoleKey));
        // Inside the pump's transaction: the checks read what this event has just changed.
        await db.SaveChangesAsync(ct);
        await SectionState.AnnounceAsync(db, edit.Poles, ct);
    }

    /// <summary>What the member told replaces what was there, field by field; the rest stays.</summary>
    private static FiguresFacts Merge(FiguresFacts? present, MemberFiguresAccepted e)
    {
        var facts = present ?? new FiguresFacts { Provenance = "member", DeclaredBy = "member" };
        var provenances = new SortedDictionary<string, string>(facts.Provenances ?? [], StringComparer.Ordinal);
        void Mark(params string[] fields)
        {
            foreach (var field in fields)
                provenances[field] = "member";
        }

        if (e.FullTimeEquivalents is { } fte)
        {
            facts = facts with { Fte = fte };
            Mark("fte");
        }
        if (e.IncomeCents is not null || e.IncomeBand is not null)
        {
            // An amount told as a band replaces the amount: the two would contradict each other.
            facts = facts with { Income = e.IncomeCents / 100m, IncomeBand = e.IncomeCents is null ? e.IncomeBand : null };
            Mark("income", "incomeBand");
        }
        if (e.PeopleInvolved is { } people)
        {
            facts = facts with { People = people, PeopleHeads = null, PeoplePresidents = null, PeopleEmployees = null, PeopleVolunteers = null };
            Mark("people");
        }
        return facts with { Provenances = facts.Provenance == "member" ? facts.Provenances : provenances };
    }
}
