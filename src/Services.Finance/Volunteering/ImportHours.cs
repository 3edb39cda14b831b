using Microsoft.EntityFrameworkCore;
using Ptce.Finance.Economics;
using Ptce.Finance.Economics.ChangeLines;
using Ptce.Finance.Ledgers.Settings;
using Ptce.Finance.Sections;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Finance.Volunteering;

/// <summary>Hours of volunteering valued, and the changes that book them on both sides (V.BEN and U.BEN); amounts in EUR.</summary>
internal sealed record ValuedHours(decimal Hours, decimal Amount, IReadOnlyList<ValuedLevel> Levels, IReadOnlyList<LineChange> Changes);

/// <summary>
/// Values a time sheet. Nothing is written: the answer holds the changes that would book the value, for the pole to send to <c>…/lines</c> once it agrees.
/// </summary>
internal static class ImportHours
{
    private static readonly string[] BothSides = ["V.BEN", "U.BEN"];

    private const int LargestBytes = 5_000_000;

    private static readonly Problem NoRates = new("finance.volunteering.no-rates", 409,
        "Aucun taux de valorisation n’est défini : ajoutez-les aux paramètres, avec leur source.", "No rates are defined: add them to the settings, with their source.");

    private static readonly Problem Faulty = new("finance.volunteering.faulty", 422,
        "La feuille de temps comporte des erreurs.", "The time sheet has errors.");

    public static void MapVolunteering(this RouteGroupBuilder finance) =>
        finance.MapPost("poles/{key}/years/{year:int}/volunteering", HandleAsync).RequirePermission(Permissions.DossiersFill, scope: "key")
            .Produces<ValuedHours>().WithTags("Volunteering").WithSummary("Value a time sheet (CSV) at the pole's rates");

    private static async Task<IResult> HandleAsync(string key, int year, FinanceDb db, HttpContext http, CancellationToken ct)
    {
        var settings = await db.LedgerSettings.AsNoTracking().SingleOrDefaultAsync(s => s.PoleKey == key, ct);
        if (settings?.Read().Volunteering is not { Count: > 0 } rates)
            return NoRates.With();
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, ct);
        if (bytes.Length is 0 or > LargestBytes)
            return RequestProblems.TooLarge.With();
        var content = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        var text = System.Text.Unicode.Utf8.IsValid(content)
            ? System.Text.Encoding.UTF8.GetString(content)
            : System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        var errors = new List<FieldError>();
        var economics = await db.FindAsync(key, year, ct) ?? EconomicYear.Open(key, year);
        var given = ValueHours.Read(text, errors);
        var outside = given.Count(hours => hours.Day < economics.Opens || hours.Day > economics.Closes);
        var levels = ValueHours.Value(given.Where(hours => hours.Day >= economics.Opens && hours.Day <= economics.Closes), rates, errors);
        if (errors.Count > 0)
            return Faulty.With([.. errors.Take(1000)]);
        var amount = levels.Sum(level => level.Amount);
        var comment = outside > 0 ? $"{outside} lignes hors de l’exercice laissées de côté" : null;
        return Results.Ok(new ValuedHours(levels.Sum(level => level.Hours), amount, levels,
            [.. BothSides.Select(line => new LineChange(Guid.CreateVersion7(), line, 1, economics.Find(line, 1)?.Revision ?? 0, amount,
                Provenance: Provenance.Imported, Source: "Feuilles de temps", Comment: comment))]));
    }
}
