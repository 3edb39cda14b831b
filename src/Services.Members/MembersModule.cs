using Ptce.Contracts;
using Ptce.Contracts.Survey;
using Ptce.Grid.Definitions;
using Ptce.Members.Editing;
using Ptce.Members.Exchange;
using Ptce.Members.ExtraItems;
using Ptce.Members.Figures;
using Ptce.Members.Memberships;
using Ptce.Members.Organisations;
using Ptce.Members.Poles;
using Ptce.Members.Sections;
using Ptce.Members.Storage;
using Ptce.Members.Territories;
using Ptce.Members.Vocabulary;
using Ptce.Messaging;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Database;
using Ptce.ServiceDefaults.Audit;
using Ptce.ServiceDefaults.Operations;
using Ptce.ServiceDefaults.Sections;

namespace Ptce.Members;

/// <summary>Members as a module: poles, organisations, memberships and yearly figures (section morphology, morphologie).</summary>
public static class MembersModule
{
    /// <summary>Name of the service: audience of its tokens, name of its database and owner of its section.</summary>
    public const string Service = "members";

    /// <summary>Registers database, consumers and services.</summary>
    /// <param name="builder">The host.</param>
    public static void AddMembers(this WebApplicationBuilder builder)
    {
        builder.AddServiceDatabase<MembersDb, SqliteMembersDb, SqlServerMembersDb>("members");
        builder.AddConsumers<MembersDb>(Service, consumers => consumers
            .On<CampaignOpened, OpenSections>(Streams.Campaigns)
            .On<CampaignPublished, CloseSections>(Streams.Campaigns)
            .On<CandidateRequested, StoreCandidates>(Streams.Dossiers)
            .On<DossierSignedOff, KeepSignedCopies>(Streams.Dossiers)
            .On<CandidateDropped, DropCandidates>(Streams.Dossiers)
            .On<MemberFiguresAccepted, ApplyAcceptedFigures>(Streams.Figures));
        builder.Services.AddScoped<MorphologyWriter>();
        builder.Services.AddSectionOwner<MembersSections>(Service);
    }

    /// <summary>Maps <c>/api/members</c> and what other services read.</summary>
    /// <param name="app">The application.</param>
    public static void MapMembers(this WebApplication app)
    {
        var group = app.MapGroup("/api/members").WithTags("members");
        group.MapDeadLetters<MembersDb>();
        group.MapAuditTrail<MembersDb>();
        group.MapGet("vocabulary", () => Lists.All).AllowPublic();
        group.MapGet("territories", ReadTerritories.List).AllowPublic();
        group.MapGet("territories/source", ReadTerritories.Source).AllowPublic();
        group.MapGet("territories/{level}/{code}", ReadTerritories.One).AllowPublic();
        group.MapGet("section/versions", async (MembersDb db, CancellationToken ct) =>
            Results.Text($"[{string.Join(',', (await SectionVersions.ReadAsync(db, ct)).Select(GridJson.Write))}]", "application/json")).AllowPublic();
        group.MapPut("section/versions/{version:int}", PublishSectionVersion.HandleAsync).RequirePermission(Permissions.EditionsManage);
        MapPoles(group);
        MapOrganisations(group);
        MapMemberships(group);
        MapFigures(group);
        MapExchange(group);
        app.MapSectionOwner(Service);
    }

    private static void MapPoles(RouteGroupBuilder group)
    {
        group.MapGet("poles", ReadPoles.ListAsync).RequirePermission(Permissions.PolesRead);
        group.MapGet("poles/{key}", ReadPoles.OneAsync).RequirePermission(Permissions.PolesRead, scope: "key");
        group.MapPut("poles/{key}", RegisterPole.HandleAsync).RequirePermission(Permissions.PolesFill, scope: "key");
        group.MapGet("poles/{key}/years/{year:int}", ReadPoles.YearAsync).RequirePermission(Permissions.PolesRead, scope: "key");
        group.MapPut("poles/{key}/years/{year:int}", TellPoleYear.HandleAsync).RequirePermission(Permissions.PolesFill, scope: "key");
        group.MapGet("poles/{key}/years/{year:int}/checks", ReadChecks.HandleAsync).RequirePermission(Permissions.PolesRead, scope: "key");
        group.MapGet("poles/{key}/territory", ReadPoles.TerritoryAsync).RequirePermission(Permissions.PolesRead, scope: "key");
        group.MapGet("poles/{key}/history", ReadJournal.OfPoleAsync).RequirePermission(Permissions.PolesRead, scope: "key");
        group.MapGet("poles/{key}/composition", ReadPoles.CompositionAsync).RequirePermission(Permissions.PolesRead, scope: "key");
    }

    private static void MapOrganisations(RouteGroupBuilder group)
    {
        group.MapGet("organisations", ReadOrganisations.ListAsync).RequirePermission(Permissions.PolesRead);
        group.MapPost("organisations", RegisterOrganisation.HandleAsync).RequirePermission(Permissions.PolesFill);
        group.MapGet("organisations/{id:guid}", ReadOrganisations.OneAsync).RequirePermission(Permissions.PolesRead);
        group.MapPost("organisations/{id:guid}/merge", MergeOrganisations.HandleAsync).RequirePermission(Permissions.PolesManage);
        group.MapGet("organisations/{id:guid}/history", ReadJournal.OfOrganisationAsync).RequirePermission(Permissions.PolesRead);
        group.MapPut("organisations/{id:guid}", ChangeOrganisation.HandleAsync).RequirePermission(Permissions.PolesFill);
    }

    private static void MapExchange(RouteGroupBuilder group)
    {
        group.MapGet("exchange/schema", TableSchema.Document).AllowPublic();
        group.MapPost("exchange/imports", ImportMembers.HandleAsync).RequirePermission(Permissions.PolesFill);
        group.MapGet("poles/{key}/export", ExportMembers.HandleAsync).RequirePermission(Permissions.PolesRead, scope: "key");
    }

    private static void MapMemberships(RouteGroupBuilder group)
    {
        group.MapGet("poles/{key}/memberships", ReadMemberships.ListAsync).RequirePermission(Permissions.PolesRead, scope: "key");
        group.MapGet("poles/{key}/memberships/{id:guid}", ReadMemberships.OneAsync).RequirePermission(Permissions.PolesRead, scope: "key");
        var edits = group.MapGroup("poles/{key}/memberships").RequirePermission(Permissions.PolesFill, scope: "key");
        edits.MapPost("", AdmitMember.HandleAsync);
        edits.MapPut("{id:guid}", TellMembership.HandleAsync);
        edits.MapPost("{id:guid}/entries", ChangePeriods.EnterAsync);
        edits.MapPost("{id:guid}/exit", ChangePeriods.LeaveAsync);
        edits.MapPost("{id:guid}/moves", ChangePeriods.MoveAsync);
        edits.MapPut("{id:guid}/belongings/{belongingId:guid}", ChangePeriods.CorrectAsync);
        edits.MapDelete("{id:guid}/belongings/{belongingId:guid}", ChangePeriods.RetractAsync);
    }

    private static void MapFigures(RouteGroupBuilder group)
    {
        group.MapGet("poles/{key}/figures", ReadFigures.ListAsync).RequirePermission(Permissions.PolesRead, scope: "key");
        group.MapPut("poles/{key}/figures", TellFiguresBatch.HandleAsync).RequirePermission(Permissions.PolesFill, scope: "key");
        group.MapGet("poles/{key}/members/{organisationId:guid}/years/{year:int}", ReadFigures.OneAsync).RequirePermission(Permissions.PolesRead, scope: "key");
        group.MapPut("poles/{key}/members/{organisationId:guid}/years/{year:int}", TellFigures.HandleAsync).RequirePermission(Permissions.PolesFill, scope: "key");
    }
}

/// <summary>Names this assembly, for hosts and tests that start it.</summary>
public sealed class MembersAssembly
{
    private MembersAssembly()
    {
    }
}
