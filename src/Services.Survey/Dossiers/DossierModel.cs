using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.Survey.Campaigns;

namespace Ptce.Survey.Dossiers;

internal static class DossierModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Dossier>(e =>
        {
            e.ToTable("dossiers").HasKey(d => d.Id);
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.PoleKey).IsKeyText(80);
            e.Property(d => d.State).HasConversion(state => state.Name(), name => StateNames.Dossier(name)).HasMaxLength(20);
            e.Property(d => d.ChainHead).IsOptionalKeyText(64);
            e.Property(d => d.ReopenedReason).HasMaxLength(2000);
            e.Ignore(d => d.JustSigned).Ignore(d => d.JustRequested).Ignore(d => d.JustDropped).Ignore(d => d.Candidate);
            e.HasOne<Campaign>().WithMany().HasForeignKey(d => d.CampaignId).OnDelete(DeleteBehavior.Restrict);
            e.HasMany(d => d.Sections).WithOne().HasForeignKey(s => s.DossierId);
            e.HasMany(d => d.Candidates).WithOne().HasForeignKey(c => c.DossierId);
            e.HasIndex(d => new { d.CampaignId, d.PoleKey }).IsUnique();
            e.HasIndex(d => d.PoleKey);
        });
        model.Entity<SectionOfDossier>(e =>
        {
            e.ToTable("dossier_sections").HasKey(s => new { s.DossierId, s.Section });
            e.Property(s => s.Section).IsKeyText(40);
            e.Property(s => s.Owner).IsKeyText(40);
            e.Property(s => s.Reason).HasMaxLength(2000);
            e.Property(s => s.State).HasConversion(state => state.Name(), name => StateNames.Section(name)).HasMaxLength(20);
            e.Ignore(s => s.Counts).Ignore(s => s.IsEditedSinceAcceptance);
        });
    }
}
