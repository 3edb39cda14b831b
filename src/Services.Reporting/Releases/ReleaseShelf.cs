using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.Reporting.Storage;

namespace Ptce.Reporting.Releases;

/// <summary>Published releases in memory: they never change, so a release is read once. Drafts are never on the shelf.</summary>
internal sealed class ReleaseShelf(DbScopes<ReportingDb> scopes)
{
    private const int Most = 16;

    private readonly ConcurrentDictionary<(int Year, int Number), PublishedRelease> _releases = new();

    /// <summary>By name: <c>2015</c> is the latest of the year, <c>2015.2</c> that very one; null when there is none.</summary>
    public async Task<PublishedRelease?> FindAsync(string name, CancellationToken ct)
    {
        if (Parse(name) is not { } asked)
            return null;
        if (asked.Number is { } exact && _releases.TryGetValue((asked.Year, exact), out var known))
            return known;
        await using var scope = scopes.Open();
        var db = scope.Db;
        var found = await db.Releases.AsNoTracking()
            .Where(release => release.Year == asked.Year && release.State == ReleaseState.Published && (asked.Number == null || release.Number == asked.Number))
            .OrderByDescending(release => release.Number)
            .Select(release => (int?)release.Number)
            .FirstOrDefaultAsync(ct);
        return found is { } number ? await ReadAsync(db, asked.Year, number, ct) : null;
    }

    private async Task<PublishedRelease> ReadAsync(ReportingDb db, int year, int number, CancellationToken ct)
    {
        if (_releases.TryGetValue((year, number), out var known))
            return known;
        var release = await db.Releases.AsNoTracking().SingleAsync(one => one.Year == year && one.Number == number, ct);
        var tables = await db.ReleaseTables.AsNoTracking().Where(one => one.Year == year && one.Number == number).ToListAsync(ct);
        var figures = await db.ReleaseFigures.AsNoTracking().Where(one => one.Year == year && one.Number == number).ToListAsync(ct);
        if (_releases.Count >= Most)
            _releases.Clear();
        return _releases.GetOrAdd((year, number), new PublishedRelease(year, number, release.PublishedAt!.Value, release.Digest, ReleaseContent.Read(release, tables, figures)));
    }

    private static (int Year, int? Number)? Parse(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (!int.TryParse(dot < 0 ? name : name[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return null;
        if (dot < 0)
            return (year, null);
        return int.TryParse(name[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (year, number) : null;
    }
}

/// <summary>A published release.</summary>
internal sealed record PublishedRelease(int Year, int Number, DateTime PublishedAt, string Digest, ReleaseContent Content)
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Year}.{Number}");
}
