using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Ptce.Finance.Economics;
using Ptce.Finance.Economics.ChangeLines;
using Ptce.Finance.Ledgers.Settings;
using Ptce.Finance.Ledgers.Storage;
using Ptce.Finance.Sections;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Database;

namespace Ptce.Finance;

/// <summary>The database of Finance: economics of poles and years, ledgers, copies of the section.</summary>
/// <param name="options">Provider and connection.</param>
public abstract class FinanceDb(DbContextOptions options) : ServiceDb(options)
{
    internal DbSet<EconomicYear> Years => Set<EconomicYear>();

    internal DbSet<LineRecord> LineRecords => Set<LineRecord>();

    internal DbSet<LedgerSettings> LedgerSettings => Set<LedgerSettings>();

    internal DbSet<LedgerImport> Imports => Set<LedgerImport>();

    internal DbSet<LedgerChunk> Chunks => Set<LedgerChunk>();

    internal DbSet<OpenDossier> Dossiers => Set<OpenDossier>();

    internal DbSet<StoredCopy> Copies => Set<StoredCopy>();

    /// <inheritdoc/>
    /// <remarks>A ledger's chunks are not: the import that makes them visible is.</remarks>
    public override bool IsAudited(Type entity) => base.IsAudited(entity) && entity != typeof(LedgerChunk);

    /// <inheritdoc/>
    protected override void Configure(ModelBuilder model)
    {
        model.Entity<EconomicYear>(year =>
        {
            year.ToTable("economic_years").HasKey(y => y.Id);
            year.Property(y => y.Id).ValueGeneratedNever();
            year.Property(y => y.PoleKey).IsKeyText(80);
            year.Property(y => y.Situation).HasConversion<string>().HasMaxLength(40);
            year.Property(y => y.Regime).HasMaxLength(20);
            year.Property(y => y.Provenance).HasMaxLength(20);
            year.Property(y => y.Source).HasMaxLength(500);
            year.Property(y => y.Comment).HasMaxLength(2000);
            year.Ignore(y => y.Content);
            year.Ignore(y => y.Lines);
            year.HasIndex(y => new { y.PoleKey, y.Year }).IsUnique();
            year.HasMany<EconomicLine>("_lines").WithOne().HasForeignKey(l => l.YearId).OnDelete(DeleteBehavior.Cascade);
            year.Navigation("_lines").AutoInclude();
            year.HasMany(y => y.Answers).WithOne().HasForeignKey(a => a.YearId).OnDelete(DeleteBehavior.Cascade);
            year.Navigation(y => y.Answers).AutoInclude();
        });
        model.Entity<EconomicLine>(line =>
        {
            line.ToTable("economic_lines").HasKey(l => l.Id);
            line.Property(l => l.Line).IsKeyText(20);
            line.Property(l => l.Destination).HasConversion<string>().HasMaxLength(20);
            line.Property(l => l.Funder).HasConversion<string>().HasMaxLength(20);
            line.Property(l => l.Perimeter).HasConversion<string>().HasMaxLength(20);
            line.Property(l => l.FunderKey).HasMaxLength(100);
            line.Property(l => l.Provenance).HasMaxLength(20);
            line.Property(l => l.Source).HasMaxLength(500);
            line.Property(l => l.Comment).HasMaxLength(2000);
            line.Ignore(l => l.Definition);
            line.HasIndex(l => new { l.YearId, l.Line, l.Number }).IsUnique();
        });
        model.Entity<WarningAnswer>(answer =>
        {
            answer.ToTable("warning_answers").HasKey(a => a.Id);
            answer.Property(a => a.Code).IsKeyText(80);
            answer.Property(a => a.About).HasMaxLength(100);
            answer.Property(a => a.Answer).HasMaxLength(2000);
            answer.HasIndex(a => new { a.YearId, a.Code }).IsUnique();
        });
        model.Entity<LineRecord>(record =>
        {
            record.ToTable("line_changes").HasKey(r => r.Position);
            record.Property(r => r.Position).ValueGeneratedOnAdd();
            record.Property(r => r.Line).IsKeyText(20);
            record.Property(r => r.Fingerprint).IsKeyText(64);
            record.Property(r => r.By).HasMaxLength(120);
            record.HasIndex(r => new { r.YearId, r.ChangeId }).IsUnique();
        });
        model.Entity<LedgerSettings>(settings =>
        {
            settings.ToTable("ledger_settings").HasKey(s => s.PoleKey);
            settings.Property(s => s.PoleKey).IsKeyText(80);
        });
        model.Entity<LedgerImport>(import =>
        {
            import.ToTable("ledger_imports").HasKey(i => i.Id);
            import.Property(i => i.Id).ValueGeneratedNever();
            import.Property(i => i.PoleKey).IsKeyText(80);
            import.Property(i => i.Kind).HasMaxLength(20);
            import.Property(i => i.Sha256).IsKeyText(64);
            import.Property(i => i.Regime).HasMaxLength(20);
            import.Property(i => i.By).HasMaxLength(120);
            import.HasIndex(i => new { i.PoleKey, i.Year, i.At });
        });
        model.Entity<LedgerChunk>(chunk =>
        {
            chunk.ToTable("ledger_chunks").HasKey(c => new { c.ImportId, c.Number });
            chunk.HasIndex(c => c.At);
        });
        model.Entity<OpenDossier>(dossier =>
        {
            dossier.ToTable("dossiers").HasKey(d => d.DossierId);
            dossier.Property(d => d.DossierId).ValueGeneratedNever();
            dossier.Property(d => d.PoleKey).IsKeyText(80);
            dossier.Property(d => d.Section).IsKeyText(40);
            dossier.HasIndex(d => new { d.PoleKey, d.FiscalYear });
            dossier.HasIndex(d => d.CampaignId);
        });
        model.Entity<StoredCopy>(copy =>
        {
            copy.ToTable("section_copies").HasKey(c => new { c.DossierId, c.Attempt, c.Section });
            copy.Property(c => c.Section).IsKeyText(40);
            copy.Property(c => c.Digest).IsKeyText(64);
            copy.HasIndex(c => c.Digest);
        });
    }
}

/// <summary>Finance on SQLite.</summary>
/// <param name="options">Connection.</param>
public sealed class SqliteFinanceDb(DbContextOptions<SqliteFinanceDb> options) : FinanceDb(options);

/// <summary>Finance on SQL Server.</summary>
/// <param name="options">Connection.</param>
public sealed class SqlServerFinanceDb(DbContextOptions<SqlServerFinanceDb> options) : FinanceDb(options);

internal sealed class SqliteFinanceDesign : IDesignTimeDbContextFactory<SqliteFinanceDb>
{
    public SqliteFinanceDb CreateDbContext(string[] args) => new(DesignTime.Sqlite<SqliteFinanceDb>());
}

internal sealed class SqlServerFinanceDesign : IDesignTimeDbContextFactory<SqlServerFinanceDb>
{
    public SqlServerFinanceDb CreateDbContext(string[] args) => new(DesignTime.SqlServer<SqlServerFinanceDb>());
}
