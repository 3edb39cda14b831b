using Microsoft.AspNetCore.Mvc;
using Ptce.Finance.Ledgers.Settings;
using Ptce.ServiceDefaults.Access;

namespace Ptce.Finance.Ledgers;

/// <summary>Ledgers over HTTP.</summary>
internal static class LedgersApi
{
    private const long LargestUpload = 2L << 30;

    public static void MapLedgers(this RouteGroupBuilder finance)
    {
        var settings = finance.MapGroup("poles/{key}/ledger-settings").WithTags("Ledgers");
        settings.MapGet("", SetSettings.ReadAsync).RequirePermission(Permissions.DossiersRead, scope: "key").Produces<LedgerSettingsContent>().WithSummary("How a pole's ledgers are read");
        settings.MapPut("", SetSettings.HandleAsync).RequirePermission(Permissions.DossiersFill, scope: "key").Produces<LedgerSettingsContent>().WithSummary("Set own rules, third parties, slice and rates");

        var years = finance.MapGroup("poles/{key}/years/{year:int}").WithTags("Ledgers");
        MapUpload(years, "ledger-imports", "fec", "Import a FEC: the file as the body, or a multipart form with the parts of a split one");
        MapUpload(years, "balance-imports", "balance", "Import a trial balance, CSV or XLSX");
        var imports = years.MapGroup("ledger-imports");
        imports.MapGet("", ReadImports.ReadImports.ListAsync).RequirePermission(Permissions.DossiersRead, scope: "key").WithSummary("Imports of a year, newest first");
        imports.MapGet("{id:guid}", ReadImports.ReadImports.HandleAsync).RequirePermission(Permissions.DossiersRead, scope: "key").Produces<ImportLedger.ImportView>().WithSummary("An import: findings, accounts, lines");
        imports.MapGet("{id:guid}/entries", ReadImports.ReadImports.ListEntriesAsync).RequirePermission(Permissions.DossiersRead, scope: "key").WithSummary("The entries behind a line");
        imports.MapDelete("{id:guid}", ReadImports.ReadImports.DeleteAsync).RequirePermission(Permissions.DossiersFill, scope: "key").WithSummary("Delete an import and its postings");
        imports.MapPost("{id:guid}/apply", (string key, int year, Guid id, bool? replace, ApplyImport.ApplyImport apply, Caller caller, HttpContext http, CancellationToken ct) =>
                apply.HandleAsync(key, year, id, replace ?? false, caller, http, ct))
            .RequirePermission(Permissions.DossiersFill, scope: "key").Produces<Economics.ReadYear.YearView>().WithSummary("Make an import's lines the year's");
    }

    private static void MapUpload(RouteGroupBuilder years, string path, string kind, string summary) =>
        years.MapPost(path, (string key, int year, Guid? id, string? name, string? regime, ImportLedger.ImportLedger import, Caller caller, HttpContext http, CancellationToken ct) =>
                import.HandleAsync(key, year, kind, id, name, regime, caller, http, ct))
            .RequirePermission(Permissions.DossiersFill, scope: "key")
            .WithMetadata(new RequestSizeLimitAttribute(LargestUpload))
            .Produces<ImportLedger.ImportView>()
            .WithSummary(summary);
}
