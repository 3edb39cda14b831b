using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.Reporting.Storage;

namespace Ptce.Reporting.Copies;

/// <summary>
/// Rebuilds copies and facts from their owners into a new generation while the present one serves. When every copy of the new one is
/// there, one row switches, and the old rows go.
/// </summary>
internal sealed class RebuildReadModel(DbScopes<ReportingDb> scopes, TimeProvider time)
{
    /// <summary>Asks for a rebuild; one that runs already goes on.</summary>
    public async Task<ReadModel> StartAsync(CancellationToken ct)
    {
        await using var scope = scopes.Open();
        var db = scope.Db;
        var model = await Generations.ReadAsync(db, ct);
        if (model.Building is not null)
            return model;
        var now = time.GetUtcNow().UtcDateTime;
        model.Building = model.Active + 1;
        (model.StartedAt, model.FinishedAt) = (now, null);
        var present = await db.Copies.AsNoTracking().Where(copy => copy.Generation == model.Active).Select(copy => new
        {
            copy.DossierId,
            copy.Version,
            copy.Section,
            copy.SectionVersion,
            copy.PoleKey,
            copy.Owner,
            copy.Digest,
        }).ToListAsync(ct);
        db.Copies.AddRange(present.Select(copy => new StoredCopy
        {
            Generation = model.Building.Value,
            DossierId = copy.DossierId,
            Version = copy.Version,
            Section = copy.Section,
            SectionVersion = copy.SectionVersion,
            PoleKey = copy.PoleKey,
            Owner = copy.Owner,
            Digest = copy.Digest,
            NextAttemptAt = now,
        }));
        await db.SaveChangesAsync(ct);
        return model;
    }

    /// <summary>State of the read model: how many copies of the generation being built are still to fetch.</summary>
    public async Task<(ReadModel Model, int Waiting, int Total)> ReadAsync(CancellationToken ct)
    {
        await using var scope = scopes.Open();
        var db = scope.Db;
        var model = await Generations.ReadAsync(db, ct);
        var generation = model.Building ?? model.Active;
        var waiting = await db.Copies.CountAsync(copy => copy.Generation == generation && copy.Content == null, ct);
        return (model, waiting, await db.Copies.CountAsync(copy => copy.Generation == generation, ct));
    }

    /// <summary>Switches to the generation being built when it is complete.</summary>
    public async Task<bool> FinishAsync(CancellationToken ct)
    {
        await using var scope = scopes.Open();
        var db = scope.Db;
        var model = await db.ReadModels.SingleOrDefaultAsync(one => one.Name == ReadModel.Signed && one.Building != null, ct);
        if (model is null || await db.Copies.AnyAsync(copy => copy.Generation == model.Building && copy.Content == null, ct))
            return false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        (model.Active, model.Building) = (model.Building!.Value, null);
        model.FinishedAt = time.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        await db.Facts.Where(fact => fact.Generation < model.Active).ExecuteDeleteAsync(ct);
        await db.Copies.Where(copy => copy.Generation < model.Active).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}
