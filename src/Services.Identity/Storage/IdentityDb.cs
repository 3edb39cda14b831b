using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Ptce.Identity.Account;
using Ptce.Identity.Keys;
using Ptce.Identity.Mail;
using Ptce.Identity.People;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Database;

namespace Ptce.Identity.Storage;

/// <summary>Everything Identity remembers: people, what they may do, how they prove who they are, clients, tokens and keys.</summary>
/// <remarks>The tables of ASP.NET Core Identity are mapped here rather than inherited, so that this database is a <see cref="ServiceDb"/> like every other.</remarks>
internal abstract class IdentityDb(DbContextOptions options) : ServiceDb(options)
{
    // A person's or client's token is no change of anything; failed sign-ins must not fill the trail.
    public override bool IsAudited(Type entity) =>
        base.IsAudited(entity) && entity.Namespace?.StartsWith("OpenIddict", StringComparison.Ordinal) != true && entity != typeof(SignInAttempts) && entity != typeof(StoredKey);

    public DbSet<Person> People => Set<Person>();

    public DbSet<Grant> Grants => Set<Grant>();

    protected override void Configure(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("people");
            person.Property(p => p.Name).HasMaxLength(200);
            person.Property(p => p.Language).HasMaxLength(2);
            person.Property(p => p.CreationDigest).IsKeyText(64);
            person.Property(p => p.UserName).HasMaxLength(256);
            person.Property(p => p.NormalizedUserName).IsOptionalKeyText(256);
            person.Property(p => p.Email).HasMaxLength(256);
            person.Property(p => p.NormalizedEmail).IsOptionalKeyText(256);
            person.Property(p => p.PasswordHash).HasMaxLength(400);
            person.Property(p => p.SecurityStamp).HasMaxLength(64);
            person.Property(p => p.PhoneNumber).HasMaxLength(32);
            person.Property(p => p.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
            person.HasIndex(p => p.NormalizedUserName).IsUnique();
            person.HasIndex(p => p.NormalizedEmail).IsUnique();
            person.HasMany(p => p.Grants).WithOne().HasForeignKey(grant => grant.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Grant>(grant =>
        {
            grant.ToTable("grants");
            grant.Property(g => g.Role).IsKeyText(32);
            grant.Property(g => g.PoleKey).IsKeyText(64);
            grant.Property(g => g.GrantedBy).HasMaxLength(100);
            grant.HasIndex(g => new { g.PersonId, g.Role, g.PoleKey }).IsUnique();
        });
        model.Entity<StoredKey>(key =>
        {
            key.ToTable("keys");
            key.HasKey(k => new { k.Purpose, k.Generation });
            key.Property(k => k.Purpose).IsKeyText(16);
            key.Property(k => k.KeyId).IsKeyText(32);
        });
        model.Entity<SignInAttempts>(attempts =>
        {
            attempts.ToTable("sign_in_attempts").HasKey(a => a.Key);
            attempts.Property(a => a.Key).IsKeyText(64);
        });
        model.Entity<OutgoingMail>(mail =>
        {
            mail.ToTable("outgoing_mail");
            mail.Property(m => m.To).HasMaxLength(256);
            mail.Property(m => m.Subject).HasMaxLength(200);
            mail.HasIndex(m => m.NextAttemptAt);
        });
        MapAspNetIdentity(model);
        model.UseOpenIddict<Guid>();
    }

    private static void MapAspNetIdentity(ModelBuilder model)
    {
        model.Entity<IdentityUserClaim<Guid>>(claim =>
        {
            claim.ToTable("person_claims");
            claim.Property(c => c.ClaimType).HasMaxLength(200);
            claim.Property(c => c.ClaimValue).HasMaxLength(1000);
            claim.HasOne<Person>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("person_logins");
            login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            login.Property(l => l.LoginProvider).IsKeyText(64);
            login.Property(l => l.ProviderKey).IsKeyText(200);
            login.Property(l => l.ProviderDisplayName).HasMaxLength(200);
            login.HasOne<Person>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("person_secrets");
            token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            token.Property(t => t.LoginProvider).IsKeyText(64);
            token.Property(t => t.Name).IsKeyText(64);
            token.Property(t => t.Value).HasMaxLength(2000);
            token.HasOne<Person>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("person_passkeys");
            passkey.HasKey(p => p.CredentialId);
            // CTAP 2.1: a credential id is at most 1,023 bytes; 900 is what SQL Server can index and no authenticator exceeds in practice.
            passkey.Property(p => p.CredentialId).HasMaxLength(900);
            passkey.OwnsOne(p => p.Data).ToJson();
            passkey.HasOne<Person>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}

/// <summary>The SQLite child; its migrations are in <c>Migrations/Sqlite</c>.</summary>
internal sealed class SqliteIdentityDb(DbContextOptions<SqliteIdentityDb> options) : IdentityDb(options)
{
    internal sealed class Factory : IDesignTimeDbContextFactory<SqliteIdentityDb>
    {
        public SqliteIdentityDb CreateDbContext(string[] args) => new(DesignTime.Sqlite<SqliteIdentityDb>());
    }
}

/// <summary>The SQL Server child; its migrations are in <c>Migrations/SqlServer</c>.</summary>
internal sealed class SqlServerIdentityDb(DbContextOptions<SqlServerIdentityDb> options) : IdentityDb(options)
{
    internal sealed class Factory : IDesignTimeDbContextFactory<SqlServerIdentityDb>
    {
        public SqlServerIdentityDb CreateDbContext(string[] args) => new(DesignTime.SqlServer<SqlServerIdentityDb>());
    }
}
