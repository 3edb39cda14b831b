using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ptce.Messaging.Storage;

/// <summary>
/// One model for SQLite and SQL Server: UTC <see cref="DateTime"/> (SQLite cannot sort DateTimeOffset), binary collation on keys (SQL
/// Server compares text without case), decimals of scale 4, and our own version column.
/// </summary>
public static class PortableModel
{
    private const string KeyText = "Ptce:KeyText";

    /// <summary>A text that is compared byte for byte on both providers: keys, codes, digests.</summary>
    /// <param name="property">The property.</param>
    /// <param name="length">Longest text, in UTF-16 code units.</param>
    public static PropertyBuilder<string> IsKeyText(this PropertyBuilder<string> property, int length) =>
        (PropertyBuilder<string>)property.HasMaxLength(length).HasAnnotation(KeyText, true);

    /// <summary>A nullable text that is compared byte for byte on both providers.</summary>
    /// <param name="property">The property.</param>
    /// <param name="length">Longest text, in UTF-16 code units.</param>
    public static PropertyBuilder<string?> IsOptionalKeyText(this PropertyBuilder<string?> property, int length) =>
        (PropertyBuilder<string?>)property.HasMaxLength(length).HasAnnotation(KeyText, true);

    /// <summary>The conventions of every service's model; for contexts that cannot derive from <see cref="ServiceDb"/>.</summary>
    /// <param name="conventions">EF Core's conventions.</param>
    public static void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<decimal>().HavePrecision(18, 4);
    }

    /// <summary>What needs the finished model: collations and concurrency tokens.</summary>
    /// <param name="model">The model.</param>
    /// <param name="sqlServer">True when built for SQL Server.</param>
    public static void ApplyPortableConventions(this ModelBuilder model, bool sqlServer)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType) && entity.FindProperty(nameof(IVersioned.Version)) is { } version)
                version.IsConcurrencyToken = true;
            if (sqlServer)
            {
                foreach (var property in entity.GetProperties().Where(p => p.FindAnnotation(KeyText) is not null))
                    property.SetCollation("Latin1_General_100_BIN2");
            }
        }
    }

    /// <summary>Raises the version of every added or changed <see cref="IVersioned"/> entity; called before saving.</summary>
    /// <param name="db">The context about to save.</param>
    public static void RaiseVersions(this DbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified))
                continue;
            var version = entry.Property(nameof(IVersioned.Version));
            version.CurrentValue = entry.State == EntityState.Added ? 1L : (long)version.OriginalValue! + 1;
        }
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value,
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
