using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Storage;

namespace Ptce.Survey.SignOff;

internal static class SignOffModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Candidate>(e =>
        {
            e.ToTable("candidates").HasKey(c => new { c.DossierId, c.Attempt });
            e.Property(c => c.Sections).IsJson();
            e.Property(c => c.State).HasConversion(state => state.Name(), name => CandidateStateNames.Parse(name)).HasMaxLength(20);
            e.Property(c => c.Digest).IsOptionalKeyText(64);
            e.Property(c => c.Reason).IsOptionalKeyText(100);
            e.Ignore(c => c.IsCurrent);
        });
        model.Entity<SignedVersion>(e =>
        {
            e.ToTable("signed_versions").HasKey(v => new { v.DossierId, v.Number });
            e.Property(v => v.Digest).IsKeyText(64);
            e.Property(v => v.Sections).IsJson();
            e.Property(v => v.Notes).IsJson();
            e.Property(v => v.Signatory).IsKeyText(200);
            e.Property(v => v.SignatoryName).HasMaxLength(200);
            e.Property(v => v.Statement).HasMaxLength(1000);
            e.Property(v => v.Previous).IsOptionalKeyText(64);
            e.Property(v => v.Record).IsKeyText(64);
            e.HasOne<Dossier>().WithMany().HasForeignKey(v => v.DossierId).OnDelete(DeleteBehavior.Restrict);
            // A candidate is signed at most once, whatever races.
            e.HasIndex(v => new { v.DossierId, v.Attempt }).IsUnique();
        });
        model.Entity<StoredSection>(e =>
        {
            e.ToTable("section_copies").HasKey(c => new { c.DossierId, c.Attempt, c.Section });
            e.Property(c => c.Section).IsKeyText(40);
            e.Property(c => c.Digest).IsKeyText(64);
            e.HasIndex(c => c.Digest);
        });
    }
}
