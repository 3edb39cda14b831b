using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Database;
using Ptce.ServiceDefaults.Http;
using Ptce.Survey.Editions.Storage;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Editions;

/// <summary>Wires the editions of the grid into the Survey service.</summary>
internal static class EditionsModule
{
    /// <summary>Registers <see cref="PublishedGrid"/>, and the step that keeps what ships with the program; to be called after the database.</summary>
    public static IServiceCollection AddEditions(this IServiceCollection services) => services
        .AddSingleton<PublishedGrid>()
        .AddSingleton(new ServiceMigration("survey-grid", KeepShippedGrid.RunAsync));

    /// <summary>Maps <c>/editions</c>, <c>/sections</c> and <c>/crosswalks</c>.</summary>
    public static void MapEditions(this RouteGroupBuilder api)
    {
        var editions = api.MapGroup("/editions");
        editions.MapGet("", EditEdition.ListAsync).RequirePermission(Permissions.CampaignsRead);
        editions.MapGet("{key}", EditEdition.ShowAsync).RequirePermission(Permissions.CampaignsRead);
        editions.MapPost("", EditEdition.CreateAsync).RequirePermission(Permissions.EditionsManage);
        editions.MapPut("{key}", EditEdition.ChangeAsync).RequirePermission(Permissions.EditionsManage);
        editions.MapPost("{key}/publish", EditEdition.PublishAsync).RequirePermission(Permissions.EditionsManage);

        var versions = api.MapGroup("/sections/{section}/versions");
        versions.MapGet("", EditSection.ListAsync).RequirePermission(Permissions.CampaignsRead);
        versions.MapGet("{number:int}", EditSection.ShowAsync).RequirePermission(Permissions.CampaignsRead);
        versions.MapPost("", EditSection.CreateAsync).RequirePermission(Permissions.EditionsManage).WithIdempotencyKey<SurveyDb>();
        versions.MapPut("{number:int}", EditSection.ChangeAsync).RequirePermission(Permissions.EditionsManage);
        versions.MapPost("{number:int}/publish", EditSection.PublishAsync).RequirePermission(Permissions.EditionsManage);
        versions.MapGet("{number:int}/xlsform", ExchangeWorkbook.ExportAsync).RequirePermission(Permissions.CampaignsRead);
        versions.MapPut("{number:int}/xlsform", ExchangeWorkbook.ImportAsync).RequirePermission(Permissions.EditionsManage);

        var crosswalks = api.MapGroup("/crosswalks");
        crosswalks.MapGet("{from}/{to}", EditCrosswalk.ShowAsync).RequirePermission(Permissions.CampaignsRead);
        crosswalks.MapPut("{from}/{to}", EditCrosswalk.WriteAsync).RequirePermission(Permissions.EditionsManage);
    }
}
