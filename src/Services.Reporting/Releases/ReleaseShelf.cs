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

    /// <summary>By name: <c>2015</c> is the latest published of the year, <c>2015.2</c> that very one; null when there is none.</summary>
    /// <param name="name">Name of the release.</param>
    /// <param name="drafts">Whether a draft may be found by its number.</param>
    /// <param name="ct">Cancels reading.</param>
    public async Task<PublishedRelease?> FindAsync(string name, bool drafts, CancellationToken ct)
    {
        if (Parse(name) is not { } asked)
            return null;
        if (asked.Number is { } exact && _releases.TryGetValue((asked.Year, exact), out var known))
            return known;
        await using var scope = scopes.Open();
        var db = scope.Db;
        var found = await db.Releases.AsNoTracking()
            .Where(release => release.Year == asked.Year && (asked.Number == null || release.Number == asked.Number)
                && (release.State == ReleaseState.Published || (drafts && asked.Number != null)))
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
        var read = new PublishedRelease(year, number, release.State, release.PublishedAt ?? release.CreatedAt, release.Digest, ReleaseContent.Read(release, tables, figures));
        if (release.State != ReleaseState.Published)
            return read;
        if (_releases.Count >= Most)
            _releases.Clear();
        return _releases.GetOrAdd((year, number), read);
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

/// <summary>A release as readers get it; a draft only for those who manage releases.</summary>
internal sealed record PublishedRelease(int Year, int Number, ReleaseState State, DateTime PublishedAt, string Digest, ReleaseContent Content)
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Year}.{Number}");
}
