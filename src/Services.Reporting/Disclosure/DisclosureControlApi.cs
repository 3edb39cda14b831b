using Ptce.Reporting.Disclosure.Audit;
using Ptce.Reporting.Disclosure.Export;
using Ptce.Reporting.Disclosure.Tables;
using Ptce.Reporting.Disclosure.Wire;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Reporting.Disclosure;

/// <summary>Disclosure control of any table (<c>/disclosure-control</c>).</summary>
internal static class DisclosureControlApi
{
    private const string TauArgus = "tau-argus";

    public static RouteGroupBuilder MapDisclosureControl(this RouteGroupBuilder group)
    {
        group.MapPost("/disclosure-control/protect", Protect).RequirePermission(Permissions.ReportsManage)
            .WithSummary("Suppress what is unsafe, and as little else as needed; then audit.");
        group.MapPost("/disclosure-control/audit", Audit).RequirePermission(Permissions.ReportsManage)
            .WithSummary("Compute what an attacker can know of each suppressed cell.");
        return group;
    }

    private static IResult Protect(ProtectionRequest request, string? export, HttpRequest http)
    {
        var refusals = new Refusals();
        var read = ReadRequest.From(request, refusals);
        if (export is not (null or TauArgus))
            refusals.Add("/export", "export.unknown", "Le seul export est « tau-argus ».", "The only export is \"tau-argus\".", export);
        if (read is null || refusals.Any)
            return Refused(refusals);
        var result = ProtectTables.Run(read, http.HttpContext.RequestAborted);
        var hidden = result.Suppression.Hidden;
        var files = export == TauArgus ? TauArgusExport.Write(request.Tables!, read, hidden) : null;
        return Results.Ok(new ProtectionAnswer(
            Answers(request, read, hidden, result.Audit), result.Optimal, read.Scale.Back(result.Suppression.Cost), read.Scale.Back(result.Suppression.Bound),
            result.Audit.Safe, Exposed(request, read, result.Audit), Warnings(request, read, http), files));
    }

    private static IResult Audit(ProtectionRequest request, HttpRequest http)
    {
        var refusals = new Refusals();
        var read = ReadRequest.From(request, refusals);
        if (read is not null)
            AuditTables.CheckStatuses(read, request.Tables!, refusals);
        if (read is null || refusals.Any)
            return Refused(refusals);
        var (outcome, hidden) = AuditTables.Run(read, request.Tables!, http.HttpContext.RequestAborted);
        return Results.Ok(new AuditAnswer(Answers(request, read, hidden, outcome), outcome.Safe, Exposed(request, read, outcome), Warnings(request, read, http)));
    }

    private static ProblemResult Refused(Refusals refusals)
    {
        var tooLarge = refusals.Errors.All(e => e.Code.EndsWith(".size", StringComparison.Ordinal) && e.Code != "reporting.disclosure.tables.size");
        return (tooLarge ? DisclosureProblems.TooLarge : DisclosureProblems.Invalid).With(refusals.Errors);
    }

    private static List<TableAnswer> Answers(ProtectionRequest request, ReadRequest read, bool[] hidden, AuditOutcome audit)
    {
        var cells = read.Tables.Places.GroupBy(p => p.Table).ToDictionary(g => g.Key, g => g.Select(place => Answer(request, read.Tables, place, hidden, audit)).ToList());
        return [.. request.Tables!.Select((table, t) => new TableAnswer(table!.Name!, [.. table.Dimensions!.Select(d => d!)], cells.GetValueOrDefault(t, [])))];
    }

    private static CellAnswer Answer(ProtectionRequest request, LinkedTables tables, CellPlace place, bool[] hidden, AuditOutcome audit)
    {
        var cell = tables.Cells[place.Index];
        string[] at = [.. request.Tables![place.Table]!.Cells![place.Cell]!.At!.Select(code => code!)];
        var status = Statuses.Of(cell, hidden[place.Index]);
        return audit.Intervals[place.Index] is { } interval
            ? new(at, status, Low: interval.Low, High: interval.High)
            : new(at, status, cell.Value, cell.Count);
    }

    private static List<ExposedCell> Exposed(ProtectionRequest request, ReadRequest read, AuditOutcome audit) =>
    [
        .. audit.Exposed.Select(exposure => read.Tables.Places.FirstOrDefault(p => p.Index == exposure.Cell) is { } place
            ? new ExposedCell(request.Tables![place.Table]!.Name!, [.. request.Tables[place.Table]!.Cells![place.Cell]!.At!.Select(c => c!)], exposure.Reason, exposure.Insider)
            : new ExposedCell("", read.Tables.Cells[exposure.Cell].Codes, exposure.Reason, exposure.Insider)),
    ];

    private static List<WarningAnswer> Warnings(ProtectionRequest request, ReadRequest read, HttpRequest http)
    {
        var text = new LocalText("Sans la plus grande contribution (max) ou la liste des contributeurs, la règle de dominance n'est pas vérifiée pour certaines cellules.",
            "Without the largest contribution (max) or the list of contributors, the dominance rule is not checked for some cells.");
        return [.. read.Tables.Unjudged.Select(t => new WarningAnswer("reporting.disclosure.dominance-not-judged", request.Tables![t]!.Name!, text.In(Languages.Of(http))))];
    }
}
