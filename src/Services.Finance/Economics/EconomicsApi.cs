using Ptce.ServiceDefaults.Access;

namespace Ptce.Finance.Economics;

/// <summary>Economics over HTTP.</summary>
internal static class EconomicsApi
{
    public static void MapEconomics(this RouteGroupBuilder finance)
    {
        finance.MapGet("lines", ReadYear.ReadYear.Catalogue).AllowPublic().WithSummary("Catalogue of harmonised lines");
        var years = finance.MapGroup("poles/{key}/years").WithTags("Economics");
        years.MapGet("", ReadYear.ReadYear.ListAsync).RequirePermission(Permissions.DossiersRead, scope: "key").WithSummary("Years of a pole, newest first");
        years.MapGet("{year:int}", ReadYear.ReadYear.HandleAsync).RequirePermission(Permissions.DossiersRead, scope: "key")
            .Produces<ReadYear.YearView>().WithSummary("Economics of a pole and year");
        years.MapGet("{year:int}/changes", ReadYear.ReadYear.ListChangesAsync).RequirePermission(Permissions.DossiersRead, scope: "key").WithSummary("Who changed what");
        years.MapPut("{year:int}", SetYear.SetYear.HandleAsync).RequirePermission(Permissions.DossiersFill, scope: "key")
            .Produces<ReadYear.YearView>().WithSummary("Set situation, dates and comparability flags");
        years.MapPut("{year:int}/lines", (string key, int year, ChangeLines.LinesRequest request, ChangeLines.ChangeLines change, Caller caller, HttpContext http, CancellationToken ct) =>
                change.HandleAsync(key, year, request, caller, http, ct))
            .RequirePermission(Permissions.DossiersFill, scope: "key").Produces<ChangeLines.LinesAnswer>().WithSummary("Change lines in an idempotent batch");
        years.MapPut("{year:int}/warnings/{code}", AnswerWarning.AnswerWarning.HandleAsync).RequirePermission(Permissions.DossiersFill, scope: "key")
            .Produces<ReadYear.YearView>().WithSummary("Answer a warning");
    }
}
