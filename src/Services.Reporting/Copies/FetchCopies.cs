using Microsoft.EntityFrameworkCore;
using Ptce.Grid.Canonical;
using Ptce.Messaging.Leases;
using Ptce.Messaging.Storage;
using Ptce.Reporting.Storage;
using Ptce.ServiceDefaults.Sections;

namespace Ptce.Reporting.Copies;

/// <summary>
/// Fetches signed copies by digest from their owners and stores them with their facts. A copy whose bytes do not give the digest
/// that was signed is refused and asked for again.
/// </summary>
internal sealed partial class FetchCopies(DbScopes<ReportingDb> scopes, SectionOwners owners, LeaseStore<ReportingDb> leases, TimeProvider time, ILogger<FetchCopies> log)
{
    private const string Lease = "reporting.fetch-copies";
    private const int Batch = 32;

    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    /// <summary>Fetches what is due; gives the number of copies stored.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var due = await DueAsync(ct);
        if (due.Count == 0 || await leases.TryTakeAsync(Lease, LeaseTime, ct) is null)
            return 0;
        var stored = 0;
        foreach (var copy in due)
            stored += await FetchAsync(copy, ct) ? 1 : 0;
        return stored;
    }

    private async Task<List<StoredCopy>> DueAsync(CancellationToken ct)
    {
        await using var scope = scopes.Open();
        var now = time.GetUtcNow().UtcDateTime;
        return await scope.Db.Copies.AsNoTracking()
            .Where(copy => copy.Content == null && copy.NextAttemptAt <= now)
            .OrderBy(copy => copy.NextAttemptAt)
            .Take(Batch)
            .ToListAsync(ct);
    }

    private async Task<bool> FetchAsync(StoredCopy wanted, CancellationToken ct)
    {
        var (content, failure) = await AskAsync(wanted, ct);
        await using var scope = scopes.Open();
        var db = scope.Db;
        var copy = await db.Copies.FindAsync([wanted.Generation, wanted.DossierId, wanted.Version, wanted.Section], ct);
        if (copy is not { Content: null })
            return false;
        copy.Attempts++;
        copy.Failure = failure;
        if (content is null)
        {
            copy.NextAttemptAt = time.GetUtcNow().UtcDateTime + Delay(copy.Attempts);
            Log.NotFetched(log, copy.Section, copy.Owner, failure!, copy.Attempts);
        }
        else
        {
            copy.Content = content;
            db.Facts.AddRange(CopyFacts.Of(copy, SectionCopy.Parse(content)));
        }
        await db.SaveChangesAsync(ct);
        return content is not null;
    }

    private async Task<(byte[]? Content, string? Failure)> AskAsync(StoredCopy wanted, CancellationToken ct)
    {
        try
        {
            var content = await owners.Get(wanted.Owner).ReadCopyAsync(wanted.Digest, ct);
            if (content is null)
                return (null, "absent");
            return ContentDigest.Of(content) == wanted.Digest ? (content, null) : (null, "digest");
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Log.Unreachable(log, wanted.Owner, e.GetType().Name);
            return (null, "unreachable");
        }
    }

    private static TimeSpan Delay(int attempts) =>
        TimeSpan.FromMilliseconds(Math.Min(LongestDelay.TotalMilliseconds, 250 * Math.Pow(2, Math.Min(attempts, 12))));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Copy of {Section} not fetched from {Owner}: {Failure}, attempt {Attempts}")]
        public static partial void NotFetched(ILogger log, string section, string owner, string failure, int attempts);

        [LoggerMessage(Level = LogLevel.Debug, Message = "{Owner} does not answer: {Error}")]
        public static partial void Unreachable(ILogger log, string owner, string error);
    }
}
