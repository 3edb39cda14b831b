using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ptce.Finance.Economics.SetYear;
using Ptce.Finance.Sections;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Economics.ChangeLines;

/// <summary>A batch of changes to the lines of a year.</summary>
internal sealed record LinesRequest(IReadOnlyList<LineChange>? Changes);

/// <summary>What became of a batch, in its order.</summary>
/// <param name="Revision">Revision of the year after the batch.</param>
/// <param name="Results">One result a change.</param>
internal sealed record LinesAnswer(long Revision, IReadOnlyList<ChangeResult> Results);

/// <summary>Applies a batch of changes, each with its own fate; repeating the batch changes nothing.</summary>
internal sealed class ChangeLines(DbScopes<FinanceDb> scopes, TimeProvider time)
{
    private const int Most = 1000;
    private const int Attempts = 10;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task<IResult> HandleAsync(string key, int year, LinesRequest request, Caller caller, HttpContext http, CancellationToken ct)
    {
        var changes = request.Changes ?? [];
        if (changes.Count > Most)
            return EconomicsProblems.TooManyChanges.With();
        if (year is < 1990 or > 2100)
            return RequestProblems.Invalid.With(EconomicsProblems.YearOutOfRange);
        // Two batches may cross on one year: the loser applies its changes again, in a fresh context, to what the winner left.
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.Open();
            if (await scope.Db.IsClosedAsync(key, year, ct))
                return EconomicsProblems.YearClosed.With();
            try
            {
                return Results.Ok(await ApplyAsync(scope.Db, key, year, changes, caller.Subject, Languages.Of(http.Request), ct));
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                continue;
            }
        }
    }

    private async Task<LinesAnswer> ApplyAsync(FinanceDb db, string key, int year, IReadOnlyList<LineChange> changes, string subject, string language, CancellationToken ct)
    {
        var found = await db.FindAsync(key, year, ct);
        var economics = found ?? EconomicYear.Open(key, year);
        var ids = changes.Select(change => change.Id).ToArray();
        var done = await db.LineRecords.AsNoTracking().Where(r => r.YearId == economics.Id && ids.Contains(r.ChangeId)).ToDictionaryAsync(r => r.ChangeId, ct);
        var results = new List<ChangeResult>(changes.Count);
        var records = new List<LineRecord>();
        for (var i = 0; i < changes.Count; i++)
        {
            var result = ApplyOne(economics, changes[i], i, done, language, out var line, out var fingerprint);
            results.Add(result);
            if (line is null)
                continue;
            var record = new LineRecord
            {
                YearId = economics.Id,
                ChangeId = changes[i].Id,
                Fingerprint = fingerprint!,
                Line = line.Line,
                Number = line.Number,
                Revision = line.Revision,
                Content = JsonSerializer.Serialize(LineView.Of(line), Json),
                By = subject,
                At = time.GetUtcNow().UtcDateTime,
            };
            records.Add(record);
            done[record.ChangeId] = record;
        }
        if (records.Count > 0)
        {
            if (found is null)
                db.Years.Add(economics);
            db.LineRecords.AddRange(records);
            await db.AnnounceAsync(economics, ct);
            await db.SaveChangesAsync(ct);
        }
        return new LinesAnswer(economics.Revision, results);
    }

    private static ChangeResult ApplyOne(
        EconomicYear year, LineChange change, int index, Dictionary<Guid, LineRecord> done, string language, out EconomicLine? line, out string? fingerprint)
    {
        (line, fingerprint) = (null, null);
        if (CheckedChange.Read(change, out var fault) is not { } right)
            return Refused(change, index, fault!, language);
        fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(right.Fingerprint)));
        if (done.TryGetValue(change.Id, out var known))
        {
            return known.Fingerprint == fingerprint
                ? new ChangeResult(change.Id, "duplicate", known.Line, known.Number, known.Revision)
                : Refused(change, index, LineFault.IdReused, language);
        }
        line = ApplyChange.To(year, right);
        if (line is not null)
            return new ChangeResult(change.Id, "accepted", line.Line, line.Number, line.Revision);
        var server = year.Find(right.Line.Code, right.Number);
        return new ChangeResult(change.Id, "conflict", right.Line.Code, right.Number, server?.Revision ?? 0, server is null ? null : LineView.Of(server));
    }

    private static ChangeResult Refused(LineChange change, int index, LineFault fault, string language) => new(
        change.Id, "refused", change.Line, change.N, 0, null, fault.Code,
        string.Create(CultureInfo.InvariantCulture, $"/changes/{index}/{fault.Member}"), fault.Message.In(language), fault.Remedy.In(language));
}
