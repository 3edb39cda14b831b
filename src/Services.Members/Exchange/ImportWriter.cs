using Microsoft.EntityFrameworkCore;
using Ptce.Members.Editing;
using Ptce.Members.Figures;
using Ptce.Members.Memberships;
using Ptce.Members.Organisations;
using Ptce.Members.Storage;

namespace Ptce.Members.Exchange;

/// <summary>Writes a plan in chunks inside the transaction around it.</summary>
internal sealed class ImportWriter(MembersDb db, Edit edit, ImportPlan plan, DateOnly today, string fileDigest)
{
    private const int Chunk = 4_000;

    private int _pending;

    public async Task WriteAsync(CancellationToken ct)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await TouchPolesAsync(ct);
            foreach (var organisation in plan.Organisations.Where(o => o.Changed))
                await FlushAsync(Write(organisation), ct);
            await FlushAsync(Chunk, ct);
            foreach (var membership in plan.Memberships.Values.Where(m => m.Changed))
                await FlushAsync(Write(membership), ct);
            await FlushAsync(Chunk, ct);
            foreach (var (key, figures) in plan.Figures.Where(f => f.Value.Changed))
                await FlushAsync(Write(key, figures), ct);
            await FlushAsync(Chunk, ct);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
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
        await FlushAsync(Chunk, ct);
    }

    private int Write(OrganisationPlan planned)
    {
        var facts = planned.Facts!;
        if (planned.Stored is { } stored)
        {
            edit.Note("organisation", stored.Id.ToString(), null, stored.Facts.Impersonal(), facts.Impersonal());
            stored.Tell(facts, today);
            db.Organisations.Update(stored);
            return 2;
        }
        var organisation = new Organisation { Id = planned.Id, Facts = facts, RegisteredBy = edit.By };
        organisation.Tell(facts, today);
        db.Organisations.Add(organisation);
        return 1;
    }

    private int Write(MembershipPlan planned)
    {
        planned.Membership.Edits++;
        if (planned.IsNew)
            db.Memberships.Add(planned.Membership);
        else
            db.Memberships.Update(planned.Membership);
        // A period that one line entered and the next corrected was never known in between.
        foreach (var version in planned.Log.Where(b => b.RecordedTo != b.RecordedFrom))
        {
            if (version.Row == 0)
                db.Belongings.Add(version);
            else if (version.RecordedTo is not null)
                db.Belongings.Update(version);
        }
        foreach (var criterion in planned.Criteria.Where(c => c.Row == 0))
            db.Criteria.Add(criterion);
        return 1 + planned.Log.Count + planned.Criteria.Count;
    }

    private int Write((string Pole, Guid Organisation, int Year) key, FiguresPlan planned)
    {
        if (planned.Stored is { } stored)
        {
            edit.Note("figures", $"{key.Pole}/{key.Organisation}/{key.Year}", key.Pole, stored.Facts, planned.Facts);
            stored.Facts = planned.Facts!;
            db.Figures.Update(stored);
            return 2;
        }
        db.Figures.Add(new YearlyFigures { PoleKey = key.Pole, OrganisationId = key.Organisation, Year = key.Year, Facts = planned.Facts! });
        return 1;
    }

    private async Task FlushAsync(int rows, CancellationToken ct)
    {
        _pending += rows;
        if (_pending < Chunk)
            return;
        // What is saved beside our rows (the audit trail's head) is found by detection.
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        _pending = 0;
    }
}
