using Microsoft.EntityFrameworkCore;
using Ptce.Members.Editing;
using Ptce.Members.Figures;
using Ptce.Members.Memberships;
using Ptce.Members.Organisations;
using Ptce.Members.Storage;

namespace Ptce.Members.Exchange;

/// <summary>Writes a plan inside the transaction around it: new rows in bulk, changed ones by the context, which checks their versions.</summary>
internal sealed class ImportWriter(MembersDb db, Edit edit, ImportPlan plan, DateOnly today, string fileDigest)
{
    public async Task WriteAsync(CancellationToken ct)
    {
        var memberships = plan.Memberships.Values.Where(m => m.Changed).ToList();
        await TouchPolesAsync(ct);
        foreach (var organisation in plan.Organisations.Where(o => o.Stored is not null && o.Changed))
            Change(organisation, organisation.Stored!);
        foreach (var membership in memberships.Where(m => !m.IsNew))
            Change(membership);
        foreach (var (key, figures) in plan.Figures.Where(f => f.Value.Stored is not null && f.Value.Changed))
            Change(key, figures, figures.Stored!);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();

        await db.InsertAsync(plan.Organisations.Where(o => o.Stored is null).Select(New), ct);
        await db.InsertAsync(memberships.Where(m => m.IsNew).Select(m => m.Membership), ct);
        // A period that one line entered and the next corrected was never known in between.
        await db.InsertAsync(memberships.SelectMany(m => m.Log).Where(b => b.Row == 0 && b.RecordedTo != b.RecordedFrom), ct);
        await db.InsertAsync(memberships.SelectMany(m => m.Criteria).Where(c => c.Row == 0), ct);
        await db.InsertAsync(plan.Figures.Where(f => f.Value.Stored is null).Select(f => New(f.Key, f.Value)), ct);
    }

    // Poles whose content the file changes; an organisation it changes may belong to others too.
    private async Task TouchPolesAsync(CancellationToken ct)
    {
        var changed = plan.Memberships.Values.Where(m => m.Changed).Select(m => m.Membership.PoleKey)
            .Concat(plan.Figures.Where(f => f.Value.Changed).Select(f => f.Key.Pole)).ToHashSet(StringComparer.Ordinal);
        foreach (var chunk in plan.Organisations.Where(o => o.Stored is not null && o.Changed).Select(o => o.Id).Chunk(500))
            changed.UnionWith(await db.Memberships.Where(m => chunk.Contains(m.OrganisationId)).Select(m => m.PoleKey).Distinct().ToListAsync(ct));
        foreach (var key in changed.Order(StringComparer.Ordinal))
        {
            var stored = plan.Existing.Contents.GetValueOrDefault(key) ?? await db.Contents.AsNoTracking().SingleOrDefaultAsync(c => c.PoleKey == key, ct);
            var content = stored ?? new PoleContent { PoleKey = key };
            edit.Touch(content, plan.Now);
            if (stored is null)
                db.Contents.Add(content);
            else
                db.Contents.Update(content);
            edit.Note("import", fileDigest, key, null, new { file = fileDigest } as object);
        }
    }

    private Organisation New(OrganisationPlan planned)
    {
        var organisation = new Organisation { Id = planned.Id, Facts = planned.Facts!, RegisteredBy = edit.By };
        organisation.Tell(planned.Facts!, today);
        return organisation;
    }

    private static YearlyFigures New((string Pole, Guid Organisation, int Year) key, FiguresPlan planned) =>
        new() { PoleKey = key.Pole, OrganisationId = key.Organisation, Year = key.Year, Facts = planned.Facts! };

    private void Change(OrganisationPlan planned, Organisation stored)
    {
        edit.Note("organisation", stored.Id.ToString(), null, stored.Facts.Impersonal(), planned.Facts!.Impersonal());
        stored.Tell(planned.Facts!, today);
        db.Organisations.Update(stored);
    }

    private void Change(MembershipPlan planned)
    {
        planned.Membership.Edits++;
        db.Memberships.Update(planned.Membership);
        db.Belongings.UpdateRange(planned.Log.Where(b => b.Row != 0 && b.RecordedTo is not null));
    }

    private void Change((string Pole, Guid Organisation, int Year) key, FiguresPlan planned, YearlyFigures stored)
    {
        edit.Note("figures", $"{key.Pole}/{key.Organisation}/{key.Year}", key.Pole, stored.Facts, planned.Facts);
        stored.Facts = planned.Facts!;
        db.Figures.Update(stored);
    }
}
