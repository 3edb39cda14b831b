using Microsoft.EntityFrameworkCore;
using Ptce.Grid.Definitions;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Editions;

/// <summary>
/// The grid as published right now (grille publiée), kept in memory. A publication in this process is seen at once, one in
/// another replica within <see cref="Patience"/>; a section version that is asked for by name and missing is looked for at once.
/// </summary>
internal sealed class PublishedGrid(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Snapshot? current;

    /// <summary>The catalogue: published and superseded, no drafts. Published definitions never change, so a caller may keep what it took.</summary>
    public async ValueTask<GridCatalogue> ReadAsync(CancellationToken cancellationToken)
    {
        if (current is { } known && time.GetElapsedTime(known.CheckedAt) < Patience)
            return known.Catalogue;
        return await RefreshAsync(cancellationToken);
    }

    /// <summary>A section's version by name, also when it was published a moment ago by another replica; null when it never was.</summary>
    public async ValueTask<SectionDefinition?> SectionAsync(string section, int version, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).Section(section, version) ?? (await RefreshAsync(cancellationToken)).Section(section, version);

    /// <summary>Makes the next read look at the database.</summary>
    public void Forget() => current = current is { } known ? known with { CheckedAt = long.MinValue / 2 } : null;

    public void Dispose() => reading.Dispose();

    private async Task<GridCatalogue> RefreshAsync(CancellationToken ct)
    {
        await reading.WaitAsync(ct);
        try
        {
            var checkedAt = time.GetTimestamp();
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SurveyDb>();
            var stamp = await StampAsync(db, ct);
            current = current is { } known && known.Stamp == stamp
                ? known with { CheckedAt = checkedAt }
                : new Snapshot(await LoadAsync(db, current?.Catalogue, ct), stamp, checkedAt);
            return current.Catalogue;
        }
        finally
        {
            reading.Release();
        }
    }

    // Versions of rows only rise, so their sum tells any change apart.
    private static async Task<(long Sections, long Editions, long Crosswalks)> StampAsync(SurveyDb db, CancellationToken ct) =>
        (await db.GridSections.SumAsync(row => row.Version, ct), await db.GridEditions.SumAsync(row => row.Version, ct), await db.GridCrosswalks.SumAsync(row => row.Version, ct));

    private static async Task<GridCatalogue> LoadAsync(SurveyDb db, GridCatalogue? before, CancellationToken ct)
    {
        var sections = new List<SectionDefinition>();
        foreach (var row in await db.GridSections.AsNoTracking().Where(row => row.Status != EditionStatus.Draft).ToListAsync(ct))
            sections.Add(before?.Section(row.Section, row.Number) ?? row.Read());
        var editions = await db.GridEditions.AsNoTracking().Where(row => row.Status != EditionStatus.Draft).ToListAsync(ct);
        var crosswalks = await db.GridCrosswalks.AsNoTracking().ToListAsync(ct);
        return new GridCatalogue(editions.Select(row => row.Read()), sections, crosswalks.Select(row => row.Read()));
    }

    private sealed record Snapshot(GridCatalogue Catalogue, (long Sections, long Editions, long Crosswalks) Stamp, long CheckedAt);
}
