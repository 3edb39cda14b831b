using Ptce.Contracts;
using Ptce.Contracts.Survey;
using Ptce.Finance.Economics;
using Ptce.Finance.Economics.ChangeLines;
using Ptce.Finance.Ledgers;
using Ptce.Finance.Ledgers.ApplyImport;
using Ptce.Finance.Ledgers.ImportLedger;
using Ptce.Finance.Ledgers.Storage;
using Ptce.Finance.Sections;
using Ptce.Finance.Volunteering;
using Ptce.Messaging;
using Ptce.ServiceDefaults.Database;
using Ptce.ServiceDefaults.Audit;
using Ptce.ServiceDefaults.Operations;
using Ptce.ServiceDefaults.Sections;

namespace Ptce.Finance;

/// <summary>Finance as a module: the economics of a PTCE, from typed lines or from its ledger.</summary>
public static class FinanceModule
{
    /// <summary>Registers database, consumers and the section's owner.</summary>
    /// <param name="builder">The host.</param>
    public static void AddFinance(this WebApplicationBuilder builder)
    {
        builder.AddServiceDatabase<FinanceDb, SqliteFinanceDb, SqlServerFinanceDb>("finance");
        builder.AddConsumers<FinanceDb>("finance", consumers => consumers
            .On<CampaignOpened, OpenSections>(Streams.Campaigns)
            .On<CampaignClosed, CloseSections>(Streams.Campaigns)
            .On<CandidateRequested, StoreCandidate>(Streams.Dossiers)
            .On<CandidateDropped, DropCopy>(Streams.Dossiers)
            .On<DossierSignedOff, SignCopy>(Streams.Dossiers));
        builder.Services.AddSectionOwner<FinanceSections>(EconomicsSection.Owner);
        builder.Services.AddScoped<ChangeLines>();
        builder.Services.AddScoped<ImportLedger>();
        builder.Services.AddScoped<ApplyImport>();
        builder.Services.AddHostedService<PurgeChunks>();
        builder.Services.AddVerb(ImportLedgerVerb.Verb);
    }

    /// <summary>Maps <c>/api/finance</c> and the internal routes of the section.</summary>
    /// <param name="app">The application.</param>
    public static void MapFinance(this WebApplication app)
    {
        var finance = app.MapGroup("/api/finance");
        finance.MapEconomics();
        finance.MapLedgers();
        finance.MapVolunteering();
        finance.MapDeadLetters<FinanceDb>();
        finance.MapAuditTrail<FinanceDb>();
        app.MapSectionOwner(EconomicsSection.Owner);
    }
}
