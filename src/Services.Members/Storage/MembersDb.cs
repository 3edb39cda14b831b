using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Ptce.Members.Editing;
using Ptce.Members.ExtraItems;
using Ptce.Members.Figures;
using Ptce.Members.Memberships;
using Ptce.Members.Organisations;
using Ptce.Members.Poles;
using Ptce.Members.Sections;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Database;

namespace Ptce.Members.Storage;

/// <summary>The database of Members.</summary>
internal abstract class MembersDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Pole> Poles => Set<Pole>();

    public DbSet<PoleYear> PoleYears => Set<PoleYear>();

    public DbSet<PoleContent> Contents => Set<PoleContent>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Belonging> Belongings => Set<Belonging>();

    public DbSet<Criterion> Criteria => Set<Criterion>();

    public DbSet<YearlyFigures> Figures => Set<YearlyFigures>();

    public DbSet<AppliedChange> AppliedChanges => Set<AppliedChange>();

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    public DbSet<OpenDossier> Dossiers => Set<OpenDossier>();

    public DbSet<SectionVersion> SectionVersions => Set<SectionVersion>();

    public DbSet<StoredCopy> Copies => Set<StoredCopy>();

    protected override void Configure(ModelBuilder model)
    {
        ConfigurePoles(model);
        ConfigureOrganisations(model);
        ConfigureMemberships(model);
        ConfigureSections(model);
    }

    private static void ConfigurePoles(ModelBuilder model)
    {
        model.Entity<Pole>(e =>
        {
            e.ToTable("poles").HasKey(p => p.Key);
            e.Property(p => p.Key).IsKeyText(64);
            e.Property(p => p.Name).HasMaxLength(200);
            e.Property(p => p.TerritoryKind).IsOptionalKeyText(40);
            e.Property(p => p.Facts).IsDocument();
        });
        model.Entity<PoleYear>(e =>
        {
            e.ToTable("pole_years").HasKey(y => new { y.PoleKey, y.Year });
            e.Property(y => y.PoleKey).IsKeyText(64);
            e.Property(y => y.Facts).IsDocument();
        });
        model.Entity<PoleContent>(e =>
        {
            e.ToTable("pole_contents").HasKey(c => c.PoleKey);
            e.Property(c => c.PoleKey).IsKeyText(64);
        });
        model.Entity<JournalEntry>(e =>
        {
            e.ToTable("journal").HasKey(j => j.Position);
            e.Property(j => j.Position).ValueGeneratedOnAdd();
            e.Property(j => j.By).IsKeyText(120);
            e.Property(j => j.Kind).IsKeyText(40);
            e.Property(j => j.Subject).IsKeyText(160);
            e.Property(j => j.PoleKey).IsOptionalKeyText(64);
            e.HasIndex(j => new { j.Kind, j.Subject, j.Position });
        });
    }

    private static void ConfigureOrganisations(ModelBuilder model) => model.Entity<Organisation>(e =>
    {
        e.ToTable("organisations").HasKey(o => o.Id);
        e.Property(o => o.Siren).IsOptionalKeyText(9);
        e.Property(o => o.Rna).IsOptionalKeyText(10);
        e.Property(o => o.CodePole).IsOptionalKeyText(64);
        e.Property(o => o.Code).IsOptionalKeyText(64);
        e.Property(o => o.Key).IsKeyText(140);
        e.Property(o => o.SortName).IsKeyText(200);
        e.Property(o => o.Status).IsOptionalKeyText(40);
        e.Property(o => o.Family).IsOptionalKeyText(40);
        e.Property(o => o.Sector).IsOptionalKeyText(40);
        e.Property(o => o.RegisteredBy).IsKeyText(120);
        e.Property(o => o.Facts).IsDocument();
        e.HasIndex(o => o.Siren).IsUnique().HasFilter("[Siren] IS NOT NULL");
        e.HasIndex(o => o.Rna).IsUnique().HasFilter("[Rna] IS NOT NULL");
        e.HasIndex(o => new { o.CodePole, o.Code }).IsUnique().HasFilter("[Code] IS NOT NULL");
        e.HasIndex(o => o.Key).IsUnique();
        e.HasIndex(o => new { o.SortName, o.Id });
        e.HasIndex(o => o.MergedInto);
    });

    private static void ConfigureMemberships(ModelBuilder model)
    {
        model.Entity<Membership>(e =>
        {
            e.ToTable("memberships").HasKey(m => m.Id);
            e.Property(m => m.PoleKey).IsKeyText(64);
            e.Property(m => m.Provenance).IsKeyText(20);
            e.Property(m => m.Source).HasMaxLength(500);
            e.Property(m => m.Relations).IsDocument();
            e.HasIndex(m => new { m.PoleKey, m.OrganisationId }).IsUnique();
            e.HasIndex(m => m.OrganisationId);
            e.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Pole>().WithMany().HasForeignKey(m => m.PoleKey).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Belonging>(e =>
        {
            e.ToTable("belongings").HasKey(b => b.Row);
            e.Property(b => b.Row).ValueGeneratedOnAdd();
            e.Property(b => b.PoleKey).IsKeyText(64);
            e.Property(b => b.Circle).IsKeyText(1);
            e.Property(b => b.Provenance).IsKeyText(20);
            e.Property(b => b.Source).HasMaxLength(500);
            e.Ignore(b => b.Period);
            e.HasIndex(b => new { b.PoleKey, b.RecordedFrom });
            e.HasIndex(b => b.MembershipId);
            e.HasOne<Membership>().WithMany().HasForeignKey(b => b.MembershipId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Criterion>(e =>
        {
            e.ToTable("criteria").HasKey(c => c.Row);
            e.Property(c => c.Row).ValueGeneratedOnAdd();
            e.Property(c => c.PoleKey).IsKeyText(64);
            e.Property(c => c.Code).IsKeyText(40);
            e.Ignore(c => c.Period);
            e.HasIndex(c => c.MembershipId);
            e.HasOne<Membership>().WithMany().HasForeignKey(c => c.MembershipId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<YearlyFigures>(e =>
        {
            e.ToTable("figures").HasKey(f => new { f.PoleKey, f.OrganisationId, f.Year });
            e.Property(f => f.PoleKey).IsKeyText(64);
            e.Property(f => f.Facts).IsDocument();
            e.HasIndex(f => f.OrganisationId);
        });
        model.Entity<AppliedChange>(e =>
        {
            e.ToTable("applied_changes").HasKey(c => new { c.PoleKey, c.Id });
            e.Property(c => c.PoleKey).IsKeyText(64);
        });
    }

    private static void ConfigureSections(ModelBuilder model)
    {
        model.Entity<OpenDossier>(e =>
        {
            e.ToTable("dossiers").HasKey(d => d.DossierId);
            e.Property(d => d.PoleKey).IsKeyText(64);
            e.HasIndex(d => d.PoleKey);
            e.HasIndex(d => d.CampaignId);
        });
        model.Entity<SectionVersion>(e =>
        {
            e.ToTable("section_versions").HasKey(v => v.Version);
            e.Property(v => v.Version).ValueGeneratedNever();
        });
        model.Entity<StoredCopy>(e =>
        {
            e.ToTable("section_copies").HasKey(c => new { c.DossierId, c.Section, c.Attempt });
            e.Property(c => c.Section).IsKeyText(40);
            e.Property(c => c.PoleKey).IsKeyText(64);
            e.Property(c => c.Digest).IsKeyText(64);
            e.HasIndex(c => c.Digest);
        });
    }
}

/// <summary>Owns SQLite's migrations.</summary>
internal sealed class SqliteMembersDb(DbContextOptions<SqliteMembersDb> options) : MembersDb(options);

/// <summary>Owns SQL Server's migrations.</summary>
internal sealed class SqlServerMembersDb(DbContextOptions<SqlServerMembersDb> options) : MembersDb(options);

internal sealed class SqliteMembersDesign : IDesignTimeDbContextFactory<SqliteMembersDb>
{
    public SqliteMembersDb CreateDbContext(string[] args) => new(DesignTime.Sqlite<SqliteMembersDb>());
}

internal sealed class SqlServerMembersDesign : IDesignTimeDbContextFactory<SqlServerMembersDb>
{
    public SqlServerMembersDb CreateDbContext(string[] args) => new(DesignTime.SqlServer<SqlServerMembersDb>());
}
