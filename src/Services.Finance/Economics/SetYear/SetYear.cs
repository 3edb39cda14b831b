using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Ptce.Finance.Economics.ReadYear;
using Ptce.Finance.Ledgers.Mapping;
using Ptce.Finance.Sections;
using Ptce.ServiceDefaults.Http;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Economics.SetYear;

/// <summary>The header of a year, as a client sends it. Amounts in EUR.</summary>
internal sealed record YearRequest(
    string? Situation = null,
    bool Forecast = false,
    DateOnly? Opens = null,
    DateOnly? Closes = null,
    string? Regime = null,
    bool? PremisesIncluded = null,
    bool? SupportIncluded = null,
    bool? SecondmentValued = null,
    decimal? DeclaredIncome = null,
    decimal? DeclaredExpenses = null,
    string? Provenance = null,
    string? Source = null,
    string? Comment = null)
{
    private const decimal Largest = 100_000_000_000m;

    public IEnumerable<FieldError> Errors(int year)
    {
        if (year is < 1990 or > 2100)
            yield return EconomicsProblems.YearOutOfRange;
        else if ((Closes ?? new DateOnly(year, 12, 31)) is var closes
            && (closes.Year != year || Opens > closes || Opens <= closes.AddMonths(-24)))
            yield return EconomicsProblems.DatesWrong;
        if (Situation is not null && !Wire<Situation>.TryParse(Situation, out _))
            yield return EconomicsProblems.SituationUnknown;
        if (Regime is not null && !Regimes.Exists(Regime))
            yield return EconomicsProblems.RegimeUnknown;
        if (Provenance is not null && !Economics.Provenance.Exists(Provenance))
            yield return EconomicsProblems.ProvenanceUnknown;
        if (!IsAmount(DeclaredIncome) || !IsAmount(DeclaredExpenses))
            yield return EconomicsProblems.AmountWrong;
        if (Source is { Length: > 500 } || Comment is { Length: > 2000 })
            yield return EconomicsProblems.TextTooLong;
    }

    public YearContent ToContent(int year)
    {
        var closes = Closes ?? new DateOnly(year, 12, 31);
        return new(
            Situation is not null && Wire<Situation>.TryParse(Situation, out var situation) ? situation : null,
            Forecast,
            Opens ?? closes.AddDays(1).AddYears(-1),
            closes,
            Regime,
            PremisesIncluded,
            SupportIncluded,
            SecondmentValued,
            (long?)(DeclaredIncome * 100),
            (long?)(DeclaredExpenses * 100),
            Provenance ?? Economics.Provenance.Typed,
            Source,
            Comment);
    }

    private static bool IsAmount(decimal? amount) =>
        amount is not { } value || Math.Abs(value) <= Largest && value * 100 == decimal.Truncate(value * 100);
}

/// <summary>Sets the header of a year: created when new, unchanged when repeated, edited under If-Match.</summary>
internal static class SetYear
{
    public static async Task<IResult> HandleAsync(string key, int year, YearRequest request, FinanceDb db, HttpContext http, CancellationToken ct)
    {
        if (request.Errors(year).ToArray() is { Length: > 0 } errors)
            return RequestProblems.Invalid.With(errors);
        if (await db.IsClosedAsync(key, year, ct))
            return EconomicsProblems.YearClosed.With();
        var content = request.ToContent(year);
        var known = await db.FindAsync(key, year, ct);
        if (known?.Content == content)
            return await AnswerAsync(known, db, http, ct);
        if (known is null)
            db.Years.Add(known = EconomicYear.Open(key, year));
        else if (known.IsDescribed && Preconditions.Check(http, known.Version, YearHeader.Of(known), request) is { } refused)
            return refused;
        known.Content = content;
        await db.AnnounceAsync(known, ct);
        await db.SaveChangesAsync(ct);
        return await AnswerAsync(known, db, http, ct);
    }

    private static async Task<Ok<YearView>> AnswerAsync(EconomicYear year, FinanceDb db, HttpContext http, CancellationToken ct)
    {
        Preconditions.SetETag(http, year.Version);
        return TypedResults.Ok(YearView.Of(year, await db.PreviousAsync(year.PoleKey, year.Year, ct), Languages.Of(http.Request)));
    }

    /// <summary>Every campaign that asked for this year is closed.</summary>
    public static async Task<bool> IsClosedAsync(this FinanceDb db, string key, int year, CancellationToken ct)
    {
        var dossiers = db.Dossiers.Where(d => d.PoleKey == key && d.FiscalYear == year);
        return await dossiers.AnyAsync(ct) && !await dossiers.AnyAsync(d => !d.Closed, ct);
    }
}
