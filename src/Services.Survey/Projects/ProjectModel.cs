using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Projects;

internal static class ProjectModel
{
    public static void Map(ModelBuilder model) => model.Entity<JointProject>(e =>
    {
        e.ToTable("joint_projects").HasKey(p => p.Id);
        e.Property(p => p.Id).ValueGeneratedNever();
        e.Property(p => p.Code).IsKeyText(80);
        e.Property(p => p.Confirmations).IsJson();
        e.Ignore(p => p.IsConfirmed);
        e.HasOne<Dossier>().WithMany().HasForeignKey(p => p.DossierId).OnDelete(DeleteBehavior.Restrict);
        e.HasIndex(p => new { p.DossierId, p.Code }).IsUnique();
    });
}
