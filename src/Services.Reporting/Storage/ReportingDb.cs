using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.Reporting.Campaigns;
using Ptce.Reporting.Copies;
using Ptce.Reporting.Releases;
using Ptce.Reporting.Schedule;

namespace Ptce.Reporting.Storage;

/// <summary>Reporting's database: followed campaigns, signed copies with their facts, and releases.</summary>
/// <param name="options">Provider and connection.</param>
internal abstract class ReportingDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<FollowedPole> Poles => Set<FollowedPole>();

    public DbSet<FollowedCampaign> Campaigns => Set<FollowedCampaign>();

    public DbSet<FollowedDossier> Dossiers => Set<FollowedDossier>();

    public DbSet<SignedVersion> Versions => Set<SignedVersion>();

    public DbSet<StoredCopy> Copies => Set<StoredCopy>();

    public DbSet<FactRow> Facts => Set<FactRow>();

    public DbSet<ReadModel> ReadModels => Set<ReadModel>();

    public DbSet<Release> Releases => Set<Release>();

    public DbSet<ReleaseTable> ReleaseTables => Set<ReleaseTable>();

    public DbSet<ReleaseFigure> ReleaseFigures => Set<ReleaseFigure>();

    public DbSet<ReportSchedule> Schedules => Set<ReportSchedule>();

    public DbSet<ReportRun> Runs => Set<ReportRun>();

    public DbSet<RunItem> RunItems => Set<RunItem>();

    protected override void Configure(ModelBuilder model)
    {
        model.Entity<FollowedPole>(e =>
        {
            e.ToTable("poles").HasKey(p => p.Key);
            e.Property(p => p.Key).IsKeyText(80);
            e.Property(p => p.Name).HasMaxLength(300);
        });
        model.Entity<FollowedCampaign>(e =>
        {
            e.ToTable("campaigns").HasKey(c => c.Id);
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Edition).IsKeyText(40);
            e.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
            e.HasIndex(c => c.Year);
        });
        model.Entity<FollowedDossier>(e =>
        {
            e.ToTable("dossiers").HasKey(d => d.Id);
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.PoleKey).IsKeyText(80);
            e.Property(d => d.State).IsKeyText(40);
            e.HasIndex(d => d.CampaignId);
        });
        model.Entity<SignedVersion>(e =>
        {
            e.ToTable("signed_versions").HasKey(v => new { v.DossierId, v.Version });
            e.Property(v => v.PoleKey).IsKeyText(80);
            e.Property(v => v.ContentDigest).IsKeyText(64);
            e.HasIndex(v => v.CampaignId);
        });
        model.Entity<StoredCopy>(e =>
        {
            e.ToTable("signed_copies").HasKey(c => new { c.Generation, c.DossierId, c.Version, c.Section });
            e.Property(c => c.Section).IsKeyText(60);
            e.Property(c => c.PoleKey).IsKeyText(80);
            e.Property(c => c.Owner).IsKeyText(40);
            e.Property(c => c.Digest).IsKeyText(64);
            e.HasIndex(c => new { c.Generation, c.NextAttemptAt }).HasFilter("[Content] IS NULL");
        });
        model.Entity<FactRow>(e =>
        {
            e.ToTable("facts").HasKey(f => new { f.Generation, f.DossierId, f.Version, f.Section, f.Kind, f.Key });
            e.Property(f => f.Section).IsKeyText(60);
            e.Property(f => f.Kind).IsKeyText(60);
            e.Property(f => f.Key).IsKeyText(200);
            e.Property(f => f.PoleKey).IsKeyText(80);
            e.Property(f => f.Origin).IsKeyText(20);
            e.Property(f => f.Visibility).HasConversion<string>().HasMaxLength(20);
            e.HasIndex(f => new { f.Generation, f.PoleKey, f.Year });
        });
        model.Entity<ReadModel>(e =>
        {
            e.ToTable("read_models").HasKey(r => r.Name);
            e.Property(r => r.Name).IsKeyText(40);
        });
        model.Entity<Release>(e =>
        {
            e.ToTable("releases").HasKey(r => new { r.Year, r.Number });
            e.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
            e.Property(r => r.Digest).IsKeyText(64);
            e.HasIndex(r => r.CampaignId);
        });
        model.Entity<ReleaseTable>(e =>
        {
            e.ToTable("release_tables").HasKey(t => new { t.Year, t.Number, t.Code });
            e.Property(t => t.Code).IsKeyText(8);
        });
        model.Entity<ReleaseFigure>(e =>
        {
            e.ToTable("release_figures").HasKey(f => new { f.Year, f.Number, f.Position });
            e.Property(f => f.Code).IsKeyText(8);
            e.Property(f => f.Measure).IsKeyText(80);
            e.Property(f => f.PoleKey).IsOptionalKeyText(80);
            e.Property(f => f.Period).IsKeyText(20);
            e.Property(f => f.Unit).IsKeyText(20);
            e.Property(f => f.Value).HasPrecision(28, 4);
            e.Property(f => f.Status).HasConversion<string>().HasMaxLength(20);
            e.Property(f => f.Visibility).HasConversion<string>().HasMaxLength(20);
            e.HasIndex(f => new { f.Code, f.Measure, f.PoleKey, f.Year });
        });
        model.Entity<ReportSchedule>(e =>
        {
            e.ToTable("report_schedules").HasKey(s => s.Year);
            e.Property(s => s.Year).ValueGeneratedNever();
            e.Property(s => s.Cron).IsKeyText(120);
        });
        model.Entity<ReportRun>(e =>
        {
            e.ToTable("report_runs").HasKey(r => r.Id);
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
            e.Property(r => r.Fence).IsConcurrencyToken();
            e.HasIndex(r => new { r.Year, r.DueAt }).IsUnique();
            e.HasIndex(r => r.State);
        });
        model.Entity<RunItem>(e =>
        {
            e.ToTable("report_run_items").HasKey(i => new { i.RunId, i.Stage, i.Item });
            e.Property(i => i.Stage).IsKeyText(40);
            e.Property(i => i.Item).IsKeyText(160);
        });
    }
}
