using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.Survey.Dossiers;

namespace Ptce.Survey.Queries;

internal static class QueryModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Query>(e =>
        {
            e.ToTable("queries").HasKey(q => q.Id);
            e.Property(q => q.Id).ValueGeneratedNever();
            e.Property(q => q.Section).IsKeyText(40);
            e.Property(q => q.Item).IsOptionalKeyText(80);
            e.Property(q => q.Rule).IsOptionalKeyText(100);
            e.Property(q => q.RaisedBy).IsKeyText(200);
            e.Property(q => q.ClosedBy).IsOptionalKeyText(200);
            e.Property(q => q.State).HasConversion<string>().HasMaxLength(20);
            e.HasOne<Dossier>().WithMany().HasForeignKey(q => q.DossierId).OnDelete(DeleteBehavior.Restrict);
            e.HasMany(q => q.Messages).WithOne().HasForeignKey(m => m.QueryId);
            e.HasIndex(q => new { q.DossierId, q.RaisedAt });
        });
        model.Entity<QueryMessage>(e =>
        {
            e.ToTable("query_messages").HasKey(m => m.Id);
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Property(m => m.Text).HasMaxLength(4000);
            e.Property(m => m.By).IsKeyText(200);
        });
    }
}
