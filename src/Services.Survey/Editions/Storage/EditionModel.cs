using Microsoft.EntityFrameworkCore;
using Ptce.Grid.Definitions;
using Ptce.Messaging.Storage;
using Ptce.Survey.Editions.XlsForm;

namespace Ptce.Survey.Editions.Storage;

internal static class EditionModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<SectionVersion>(e =>
        {
            e.ToTable("grid_sections").HasKey(s => new { s.Section, s.Number });
            e.Property(s => s.Section).IsKeyText(40);
            e.Property(s => s.Owner).IsKeyText(40);
            e.Property(s => s.Status).HasConversion(status => XlsFormTypes.Word(status), word => XlsFormTypes.Parse<EditionStatus>(word)!.Value).HasMaxLength(20);
            e.Property(s => s.CreatedBy).IsKeyText(200);
            e.Property(s => s.PublishedBy).IsOptionalKeyText(200);
        });
        model.Entity<KeptEdition>(e =>
        {
            e.ToTable("grid_editions").HasKey(s => s.Key);
            e.Property(s => s.Key).IsKeyText(40);
            e.Property(s => s.Status).HasConversion(status => XlsFormTypes.Word(status), word => XlsFormTypes.Parse<EditionStatus>(word)!.Value).HasMaxLength(20);
            e.Property(s => s.CreatedBy).IsKeyText(200);
        });
        model.Entity<KeptCrosswalk>(e =>
        {
            e.ToTable("grid_crosswalks").HasKey(c => new { c.From, c.To });
            e.Property(c => c.From).IsKeyText(40);
            e.Property(c => c.To).IsKeyText(40);
        });
    }
}
