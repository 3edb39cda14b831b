using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Ptce.Finance.Economics;
using Ptce.Finance.Ledgers.Findings;
using Ptce.Finance.Ledgers.Mapping;
using Ptce.Finance.Ledgers.Reading;
using Ptce.Finance.Ledgers.Settings;
using Ptce.Finance.Ledgers.Storage;
using Ptce.Finance.Sections;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Ledgers.ImportLedger;

/// <summary>What an import is asked to be.</summary>
internal sealed record ImportRequest(string PoleKey, int Year, Guid Id, string Kind, string? Regime, string By);

/// <summary>
/// Imports a ledger: reads the stream, checks, maps, and when no error stands writes the postings in chunks under the import's id. The last row makes it visible; no
/// transaction is longer than one chunk, and the bytes that were sent are never written anywhere.
/// </summary>
internal sealed class ImportLedger(FinanceDb db, TimeProvider time)
{
    public async Task<IResult> HandleAsync(string key, int year, string kind, Guid? id, string? name, string? regime, Caller caller, HttpContext http, CancellationToken ct)
    {
        if (year is < 1990 or > 2100)
            return RequestProblems.Invalid.With(EconomicsProblems.YearOutOfRange);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var request = new ImportRequest(key, year, id ?? Guid.CreateVersion7(), kind, regime, caller.Subject);
        var (import, problem, unknown) = await RunAsync(request, Parts(http.Request, name, hash, ct), hash, ct);
        return problem is not null ? problem : Results.Ok(ImportView.Of(import!, Languages.Of(http.Request), unknown));
    }

    public async Task<(LedgerImport? Import, ProblemResult? Problem, IReadOnlyList<UnknownParty>? Unknown)> RunAsync(
        ImportRequest request, IAsyncEnumerable<LedgerPart> parts, IncrementalHash hash, CancellationToken ct)
    {
        var economics = await db.FindAsync(request.PoleKey, request.Year, ct) ?? EconomicYear.Open(request.PoleKey, request.Year);
        db.ChangeTracker.Clear();
        var settings = (await db.LedgerSettings.AsNoTracking().SingleOrDefaultAsync(s => s.PoleKey == request.PoleKey, ct))?.Read() ?? new LedgerSettingsContent();
        var regime = request.Regime ?? settings.Regime ?? economics.Regime;
        if (regime is null || !Regimes.Exists(regime))
            return (null, LedgerProblems.RegimeMissing.With(), null);
        if (economics.Situation is Situation.Analytic or Situation.NotSeparable && settings.Slice is not { Count: > 0 })
            return (null, LedgerProblems.SliceMissing.With(), null);
        var options = new LedgerOptions(economics.Opens, economics.Closes, settings.AnalyticColumn);
        var reading = request.Kind == "balance" ? await TrialBalance.ReadAsync(parts, ct) : await LedgerReader.ReadAsync(parts, options, ct);
        if (reading.Findings.HasErrors)
            return (null, LedgerProblems.Refused(reading.Findings), null);
        var mapped = MapLedger.Run(reading.Ledger, settings.ToMapping(regime));
        foreach (var account in mapped.Unmapped)
            reading.Findings.Add(FindingKind.AccountUnmapped, value: account.Account);
        var digest = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.Id, ct) is { } known)
        {
            var same = known.PoleKey == request.PoleKey && known.Year == request.Year && known.Sha256 == digest;
            return same ? (known, null, mapped.UnknownParties) : (null, LedgerProblems.IdReused.With(), null);
        }
        return (await StoreAsync(request, reading, mapped, regime, digest, ct), null, mapped.UnknownParties);
    }

    private async Task<LedgerImport> StoreAsync(ImportRequest request, LedgerReading reading, MappedLedger mapped, string regime, string digest, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var postings = reading.Ledger.Postings.Count;
        var chunks = (postings + ChunkFormat.Postings - 1) / ChunkFormat.Postings;
        // An upload that died half-way may have left chunks under this id.
        await db.Chunks.Where(chunk => chunk.ImportId == request.Id).ExecuteDeleteAsync(ct);
        for (var number = 0; number < chunks; number++)
        {
            db.Chunks.Add(new LedgerChunk
            {
                ImportId = request.Id,
                Number = number,
                Content = ChunkFormat.Write(reading.Ledger, number * ChunkFormat.Postings, Math.Min((number + 1) * ChunkFormat.Postings, postings)),
                At = now,
            });
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
        var import = new LedgerImport
        {
            Id = request.Id,
            PoleKey = request.PoleKey,
            Year = request.Year,
            Kind = request.Kind,
            Sha256 = digest,
            Regime = regime,
            Lines = reading.Ledger.Lines,
            Bytes = reading.Ledger.Bytes,
            Chunks = chunks,
            Report = ImportReport.Of(reading.Findings, mapped).Write(),
            By = request.By,
            At = now,
        };
        db.Imports.Add(import);
        await db.SaveChangesAsync(ct);
        return import;
    }

    // The body is the file, or a multipart form whose files are the parts of a split one, in order.
    private static async IAsyncEnumerable<LedgerPart> Parts(HttpRequest request, string? name, IncrementalHash hash, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data" || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            yield return new LedgerPart(name, new DigestingStream(request.Body, hash));
            yield break;
        }
        var reader = new MultipartReader(boundary, request.Body) { BodyLengthLimit = null };
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (section.AsFileSection() is { FileStream: { } content } file)
                yield return new LedgerPart(file.FileName, new DigestingStream(content, hash));
        }
    }
}
