using Ptce.Finance.Economics.Checks;
using Ptce.Finance.Economics.ReadYear;
using Ptce.Finance.Economics.SetYear;
using Ptce.Finance.Sections;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Economics.AnswerWarning;

/// <summary>What the pole says to a warning.</summary>
internal sealed record AnswerRequest(string? Answer);

/// <summary>Answers a warning, for the figures that it is about now.</summary>
internal static class AnswerWarning
{
    public static async Task<IResult> HandleAsync(string key, int year, string code, AnswerRequest request, FinanceDb db, HttpContext http, CancellationToken ct)
    {
        if (request.Answer is { Length: > 2000 })
            return RequestProblems.Invalid.With(EconomicsProblems.TextTooLong);
        if (await db.FindAsync(key, year, ct) is not { } found)
            return RequestProblems.NotFound.With();
        if (await db.IsClosedAsync(key, year, ct))
            return EconomicsProblems.YearClosed.With();
        var previous = await db.PreviousAsync(key, year, ct);
        var check = CheckEconomics.Run(found, previous).FirstOrDefault(c => c.Code == code && c.Severity is CheckSeverity.Warning);
        if (check is null)
            return RequestProblems.NotFound.With();
        found.Answer(check, request.Answer);
        await db.AnnounceAsync(found, ct);
        await db.SaveChangesAsync(ct);
        Preconditions.SetETag(http, found.Version);
        return Results.Ok(YearView.Of(found, previous, Languages.Of(http.Request)));
    }
}
