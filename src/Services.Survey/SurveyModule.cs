using Ptce.Contracts;
using Ptce.Contracts.Members;
using Ptce.Contracts.Sections;
using Ptce.Messaging;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Database;
using Ptce.ServiceDefaults.Audit;
using Ptce.ServiceDefaults.Operations;
using Ptce.ServiceDefaults.Sections;
using Ptce.Survey.Answers;
using Ptce.Survey.Campaigns;
using Ptce.Survey.Collection;
using Ptce.Survey.DataNotes;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Editions;
using Ptce.Survey.EvidenceFiles;
using Ptce.Survey.Interviews;
using Ptce.Survey.Poles;
using Ptce.Survey.Projects;
using Ptce.Survey.Queries;
using Ptce.Survey.Sections;
using Ptce.Survey.SignOff;
using Ptce.Survey.Storage;
using Ptce.Survey.Webhooks;

namespace Ptce.Survey;

/// <summary>The Survey service (enquête): editions of the grid, campaigns, dossiers, answers, sign-off.</summary>
public static class SurveyModule
{
    /// <summary>Registers the service's database, consumers and use cases.</summary>
    /// <param name="builder">The host.</param>
    public static void AddSurvey(this IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<SurveyDb, SqliteSurveyDb, SqlServerSurveyDb>("survey");
        builder.AddConsumers<SurveyDb>("survey", consumers => consumers
            .On<PoleRegistered, KeepPoleName>(Streams.Poles)
            .On<MemberFiguresApplied, NoteFiguresApplied>(Streams.Poles)
            .On<MemberFiguresRefused, NoteFiguresRefused>(Streams.Poles)
            .On<SectionChecked, LearnSectionChecked>(Streams.Sections)
            .On<SectionCandidateStored, TakeStoredCopy>(Streams.Sections)
            .On<SectionCandidateRefused, TakeRefusedCopy>(Streams.Sections));
        builder.Services.AddEditions();
        builder.Services.AddSectionOwner<SurveySections>(OwnSections.Owner);
        builder.Services.AddScoped<OwnSections>();
        builder.Services.AddScoped<OwnerHeads>();
        builder.Services.AddScoped<DossierDesk>();
        builder.Services.AddScoped<AnswerWriter>();
        builder.Services.AddScoped<PreFill>();
        builder.Services.AddSingleton<MailRoute>();
        builder.Services.AddHostedService<MailSender>();
        builder.Services.AddSingleton<WebhookAddress>();
        builder.Services.AddScoped<WebhookOutbox>();
        builder.Services.AddHostedService<WebhookSender>();
        builder.Services.AddSingleton<EvidenceStore>();
        builder.Services.AddScoped<VerifyVersions>();
        builder.Services.AddVerb(VerifyVersions.Command);
    }

    /// <summary>Maps <c>/api/survey</c> and the internal reads of its sections.</summary>
    /// <param name="app">The application.</param>
    public static void MapSurvey(this IEndpointRouteBuilder app)
    {
        app.MapSectionOwner(OwnSections.Owner);
        var api = app.MapGroup("/api/survey").WithGroupName("survey").WithTags("Survey");
        api.MapDeadLetters<SurveyDb>();
        api.MapAuditTrail<SurveyDb>();
        api.MapEditions();

        var campaigns = api.MapGroup("/campaigns");
        campaigns.MapGet("", ListCampaigns.ListAsync).RequirePermission(Permissions.CampaignsRead);
        campaigns.MapGet("{id:guid}", ListCampaigns.ShowAsync).RequirePermission(Permissions.CampaignsRead);
        campaigns.MapPost("", PlanCampaign.CreateAsync).RequirePermission(Permissions.CampaignsManage);
        campaigns.MapPut("{id:guid}", PlanCampaign.ChangeAsync).RequirePermission(Permissions.CampaignsManage);
        campaigns.MapPost("{id:guid}/open", MoveCampaign.OpenAsync).RequirePermission(Permissions.CampaignsManage);
        campaigns.MapPost("{id:guid}/close", MoveCampaign.CloseAsync).RequirePermission(Permissions.CampaignsManage);
        campaigns.MapPost("{id:guid}/publish", MoveCampaign.PublishAsync).RequirePermission(Permissions.CampaignsManage);
        campaigns.MapGet("{id:guid}/dossiers", ListDossiers.OfCampaignAsync).RequirePermission(Permissions.DossiersRead);

        var dossiers = api.MapGroup("/dossiers");
        dossiers.MapGet("", ListDossiers.OfPoleAsync).RequirePermission(Permissions.DossiersRead);
        dossiers.MapGet("{id:guid}", ShowDossier.HandleAsync).RequirePermission(Permissions.DossiersRead);
        dossiers.MapPut("{id:guid}/answers", ChangeAnswers.HandleAsync).RequirePermission(Permissions.DossiersFill);
        dossiers.MapGet("{id:guid}/answers/{item}/history", ShowHistory.HandleAsync).RequirePermission(Permissions.DossiersRead);
        dossiers.MapPost("{id:guid}/conflicts/{changeId:guid}", SettleConflict.HandleAsync).RequirePermission(Permissions.DossiersFill);
        dossiers.MapPost("{id:guid}/sections/{section}/submit", MoveSection.SubmitAsync).RequirePermission(Permissions.DossiersSubmit);
        dossiers.MapPost("{id:guid}/sections/{section}/start-review", MoveSection.StartReviewAsync).RequirePermission(Permissions.DossiersReview);
        dossiers.MapPost("{id:guid}/sections/{section}/return", MoveSection.ReturnAsync).RequirePermission(Permissions.DossiersReview);
        dossiers.MapPost("{id:guid}/sections/{section}/accept", MoveSection.AcceptAsync).RequirePermission(Permissions.DossiersReview);
        dossiers.MapGet("{id:guid}/candidate", ShowCandidate.HandleAsync).RequirePermission(Permissions.DossiersRead);
        dossiers.MapGet("{id:guid}/candidate/sections/{section}", ShowCandidate.SectionAsync).RequirePermission(Permissions.DossiersRead);
        dossiers.MapPost("{id:guid}/sign-off", SignOffDossier.HandleAsync).RequirePermission(Permissions.DossiersSignOff);
        dossiers.MapPost("{id:guid}/reopen", ReopenDossier.HandleAsync).RequirePermission(Permissions.DossiersReview);
        dossiers.MapGet("{id:guid}/versions", ListVersions.ListAsync).RequirePermission(Permissions.DossiersRead);
        dossiers.MapGet("{id:guid}/versions/{number:int}", ListVersions.ShowAsync).RequirePermission(Permissions.DossiersRead);
        dossiers.MapGet("{id:guid}/versions/{number:int}/sections/{section}", ListVersions.SectionAsync).RequirePermission(Permissions.DossiersRead);
        dossiers.MapGet("{id:guid}/verification", VerifyVersions.OfDossierAsync).RequirePermission(Permissions.DossiersRead);
        dossiers.MapGet("{id:guid}/queries", QueryUseCases.ListAsync).RequirePermission(Permissions.DossiersRead);
        dossiers.MapPost("{id:guid}/queries", QueryUseCases.RaiseAsync).RequirePermission(Permissions.DossiersReview);
        dossiers.MapPost("{id:guid}/queries/{queryId:guid}/messages", QueryUseCases.SayAsync).RequirePermission(Permissions.DossiersFill);
        dossiers.MapPost("{id:guid}/queries/{queryId:guid}/close", QueryUseCases.CloseAsync).RequirePermission(Permissions.DossiersReview);
        dossiers.MapPost("{id:guid}/queries/{queryId:guid}/reopen", QueryUseCases.ReopenAsync).RequirePermission(Permissions.DossiersReview);
        dossiers.MapGet("{id:guid}/data-notes", DataNoteUseCases.ListAsync).RequirePermission(Permissions.DossiersRead);
        dossiers.MapPost("{id:guid}/data-notes", DataNoteUseCases.WriteAsync).RequirePermission(Permissions.DossiersReview);
        dossiers.MapPost("{id:guid}/data-notes/{noteId:guid}/withdraw", DataNoteUseCases.WithdrawAsync).RequirePermission(Permissions.DossiersReview);
        dossiers.MapGet("{id:guid}/projects", ProjectUseCases.ListAsync).RequirePermission(Permissions.DossiersRead);
        dossiers.MapPut("{id:guid}/projects/{code}", ProjectUseCases.PutAsync).RequirePermission(Permissions.DossiersFill);
        dossiers.MapDelete("{id:guid}/projects/{code}", ProjectUseCases.RemoveAsync).RequirePermission(Permissions.DossiersFill);
        dossiers.MapPost("{id:guid}/projects/{code}/confirmations", ProjectUseCases.ConfirmAsync).RequirePermission(Permissions.DossiersFill);
        dossiers.MapGet("{id:guid}/network", ProjectUseCases.NetworkAsync).RequirePermission(Permissions.DossiersRead);
        dossiers.MapGet("{id:guid}/evidence", EvidenceUseCases.ListAsync).RequirePermission(Permissions.DossiersRead);
        dossiers.MapPut("{id:guid}/evidence/{evidenceId:guid}", EvidenceUseCases.UploadAsync).RequirePermission(Permissions.DossiersFill);
        dossiers.MapGet("{id:guid}/evidence/{evidenceId:guid}", EvidenceUseCases.ReadAsync).RequirePermission(Permissions.DossiersRead);
        dossiers.MapGet("{id:guid}/interviews", InterviewUseCases.ListAsync).RequirePermission(Permissions.DossiersRead);
        dossiers.MapPut("{id:guid}/interviews/{interviewId:guid}", InterviewUseCases.PutAsync).RequirePermission(Permissions.DossiersReview);
        MapCollection(api, dossiers.MapGroup("{id:guid}/collection"));
        MapWebhooks(api.MapGroup("/webhooks"));
    }

    private static void MapCollection(RouteGroupBuilder api, RouteGroupBuilder collection)
    {
        collection.MapGet("", CollectionUseCases.ShowAsync).RequirePermission(Permissions.DossiersRead);
        collection.MapPut("", CollectionUseCases.WriteAsync).RequirePermission(Permissions.DossiersSubmit);
        collection.MapPost("approve", CollectionUseCases.ApproveAsync).RequirePermission(Permissions.DossiersSubmit);
        collection.MapPost("invitations", CollectionUseCases.InviteAsync).RequirePermission(Permissions.DossiersSubmit);
        collection.MapPost("invitations/{invitationId:guid}/revoke", CollectionUseCases.RevokeAsync).RequirePermission(Permissions.DossiersSubmit);
        collection.MapPost("send", CollectionUseCases.SendAsync).RequirePermission(Permissions.DossiersSubmit);
        collection.MapPost("proposals/accept", CollectionUseCases.AcceptAsync).RequirePermission(Permissions.DossiersSubmit);
        collection.MapPost("proposals/set-aside", CollectionUseCases.SetAsideAsync).RequirePermission(Permissions.DossiersSubmit);
        api.MapPost("personal/form", PersonalForm.ShowAsync).AllowPublic();
        api.MapPost("personal/answers", PersonalForm.AnswerAsync).AllowPublic();
    }

    private static void MapWebhooks(RouteGroupBuilder webhooks)
    {
        webhooks.MapGet("", WebhookUseCases.ListAsync).RequirePermission(Permissions.CampaignsManage);
        webhooks.MapPost("", WebhookUseCases.RegisterAsync).RequirePermission(Permissions.CampaignsManage);
        webhooks.MapDelete("{id:guid}", WebhookUseCases.RetireAsync).RequirePermission(Permissions.CampaignsManage);
        webhooks.MapGet("{id:guid}/deliveries", WebhookUseCases.LogAsync).RequirePermission(Permissions.CampaignsManage);
        webhooks.MapPost("{id:guid}/deliveries/{deliveryId:guid}/replay", WebhookUseCases.ReplayAsync).RequirePermission(Permissions.CampaignsManage);
    }
}

/// <summary>Names this service's program where several are referenced together.</summary>
public sealed class SurveyService;
