using Microsoft.EntityFrameworkCore;
using Ptce.Messaging.Storage;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Campaigns;

internal static class CampaignModel
{
    public static void Map(ModelBuilder model) => model.Entity<Campaign>(e =>
    {
        e.ToTable("campaigns").HasKey(c => c.Id);
        e.Property(c => c.Id).ValueGeneratedNever();
        e.Property(c => c.Edition).IsKeyText(40);
        e.Property(c => c.Name).IsJson();
        e.Property(c => c.Calendar).IsJson();
        e.Property(c => c.Poles).IsJson();
        e.Property(c => c.Sections).IsJson();
        e.Property(c => c.State).HasConversion(state => state.Name(), name => CampaignStateNames.Parse(name)).HasMaxLength(20);
        e.HasIndex(c => new { c.Year, c.Id });
    });
}
