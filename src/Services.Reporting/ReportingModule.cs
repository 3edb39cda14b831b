using Ptce.Contracts;
using Ptce.Contracts.Members;
using Ptce.Contracts.Sections;
using Ptce.Contracts.Survey;
using Ptce.Messaging;
using Ptce.Reporting.Campaigns;
using Ptce.Reporting.Copies;
using Ptce.Reporting.Disclosure;
using Ptce.Reporting.Documents;
using Ptce.Reporting.Pages;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Schedule;
using Ptce.Reporting.Storage;
using Ptce.ServiceDefaults.Database;
using Ptce.ServiceDefaults.Audit;
using Ptce.ServiceDefaults.Operations;

namespace Ptce.Reporting;

/// <summary>The service of reports: read models, tables, indicators, disclosure control, releases and their pages.</summary>
public static class ReportingModule
{
    private const string Service = "reporting";

    /// <summary>Registers the database, what it does on events, and its work in the background.</summary>
    /// <param name="builder">The host.</param>
    public static void AddReporting(this IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<ReportingDb, SqliteReportingDb, SqlServerReportingDb>(Service);
        builder.AddConsumers<ReportingDb>(Service, consumers => consumers
            .On<CampaignOpened, FollowCampaigns>(Streams.Campaigns)
            .On<CampaignClosed, FollowCampaigns>(Streams.Campaigns)
            .On<CampaignPublished, FollowCampaigns>(Streams.Campaigns)
            .On<DossierProgressed, FollowDossiers>(Streams.Progress)
            .On<DossierSignedOff, FollowSignOff>(Streams.Dossiers)
            .On<SectionSigned, FollowSignOff>(Streams.Sections)
            .On<PoleRegistered, FollowPoles>(Streams.Poles));
        var services = builder.Services;
        services.AddSingleton<FetchCopies>();
        services.AddSingleton<RebuildReadModel>();
        services.AddSingleton<DrawUpRelease>();
        services.AddSingleton<PublishReleases>();
        services.AddSingleton<ReleaseShelf>();
        services.AddDocuments();
        services.AddHostedService<ReportingWork>();
        services.AddReportSchedule();
        services.AddVerb(RebuildApi.Verb);
    }

    /// <summary>Maps <c>/api/reporting</c> and the pages under <c>/reports</c>.</summary>
    /// <param name="app">The application.</param>
    public static void MapReporting(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/reporting");
        ReadReleases.Map(api);
        ManageReleases.Map(api);
        ReadProgress.Map(api);
        RebuildApi.Map(api);
        ScheduleApi.Map(api);
        api.MapDisclosureControl();
        api.MapDocuments();
        api.MapDeadLetters<ReportingDb>();
        api.MapAuditTrail<ReportingDb>();
        ReportPages.Map(app);
        app.MapDocumentPages();
    }
}
