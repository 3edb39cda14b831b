using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Answers;

internal static class AnswerModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<AnswerSheet>(e =>
        {
            e.ToTable("answer_sheets").HasKey(s => new { s.DossierId, s.Section });
            e.Property(s => s.Section).IsKeyText(40);
            e.Property(s => s.Revision).IsConcurrencyToken();
            e.Property(s => s.LastYear).IsJson();
        });
        model.Entity<AnswerBatch>(e =>
        {
            e.ToTable("answer_batches").HasKey(b => b.Position);
            e.Property(b => b.Position).ValueGeneratedOnAdd();
            e.Property(b => b.Section).IsKeyText(40);
            e.Property(b => b.By).IsKeyText(200);
            e.HasIndex(b => new { b.DossierId, b.Section, b.Revision }).IsUnique();
        });
    }
}
