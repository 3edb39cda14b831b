using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Database;
using Ptce.Survey.Answers;
using Ptce.Survey.Campaigns;
using Ptce.Survey.Collection;
using Ptce.Survey.DataNotes;
using Ptce.Survey.Dossiers;
using Ptce.Survey.EvidenceFiles;
using Ptce.Survey.Interviews;
using Ptce.Survey.Editions.Storage;
using Ptce.Survey.Poles;
using Ptce.Survey.Projects;
using Ptce.Survey.Queries;
using Ptce.Survey.SignOff;
using Ptce.Survey.Webhooks;

namespace Ptce.Survey.Storage;

/// <summary>The Survey service's database.</summary>
internal abstract class SurveyDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<Dossier> Dossiers => Set<Dossier>();

    public DbSet<SectionOfDossier> Sections => Set<SectionOfDossier>();

    public DbSet<Candidate> Candidates => Set<Candidate>();

    public DbSet<SignedVersion> Versions => Set<SignedVersion>();

    public DbSet<StoredSection> Copies => Set<StoredSection>();

    public DbSet<AnswerSheet> Sheets => Set<AnswerSheet>();

    public DbSet<AnswerBatch> Batches => Set<AnswerBatch>();

    public DbSet<Query> Queries => Set<Query>();

    public DbSet<QueryMessage> QueryMessages => Set<QueryMessage>();

    public DbSet<DataNote> DataNotes => Set<DataNote>();

    public DbSet<JointProject> Projects => Set<JointProject>();

    public DbSet<EvidenceFile> Evidence => Set<EvidenceFile>();

    public DbSet<Interview> Interviews => Set<Interview>();

    public DbSet<CollectionLetter> Letters => Set<CollectionLetter>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<PersonalLink> Links => Set<PersonalLink>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> Deliveries => Set<WebhookDelivery>();

    public DbSet<PoleName> Poles => Set<PoleName>();

    public DbSet<SectionVersion> GridSections => Set<SectionVersion>();

    public DbSet<KeptEdition> GridEditions => Set<KeptEdition>();

    public DbSet<KeptCrosswalk> GridCrosswalks => Set<KeptCrosswalk>();

    protected override void Configure(ModelBuilder model)
    {
        EditionModel.Map(model);
        CampaignModel.Map(model);
        DossierModel.Map(model);
        AnswerModel.Map(model);
        SignOffModel.Map(model);
        QueryModel.Map(model);
        DataNoteModel.Map(model);
        ProjectModel.Map(model);
        EvidenceModel.Map(model);
        InterviewModel.Map(model);
        CollectionModel.Map(model);
        WebhookModel.Map(model);
        model.Entity<PoleName>(e =>
        {
            e.ToTable("poles").HasKey(p => p.PoleKey);
            e.Property(p => p.PoleKey).IsKeyText(80);
            e.Property(p => p.Name).HasMaxLength(300);
        });
    }
}

internal sealed class SqliteSurveyDb(DbContextOptions<SqliteSurveyDb> options) : SurveyDb(options);

internal sealed class SqlServerSurveyDb(DbContextOptions<SqlServerSurveyDb> options) : SurveyDb(options);

internal sealed class SqliteSurveyDesign : IDesignTimeDbContextFactory<SqliteSurveyDb>
{
    public SqliteSurveyDb CreateDbContext(string[] args) => new(DesignTime.Sqlite<SqliteSurveyDb>());
}

internal sealed class SqlServerSurveyDesign : IDesignTimeDbContextFactory<SqlServerSurveyDb>
{
    public SqlServerSurveyDb CreateDbContext(string[] args) => new(DesignTime.SqlServer<SqlServerSurveyDb>());
}
