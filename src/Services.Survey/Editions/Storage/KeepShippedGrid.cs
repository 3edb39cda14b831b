using Microsoft.EntityFrameworkCore;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Editions.Storage;

/// <summary>
/// Writes the editions that ship with the program into the database where they are missing, as part of the migration step. What
/// is there already stays: a signed dossier was filled against that definition, whatever a later program ships.
/// </summary>
internal static class KeepShippedGrid
{
    private const string Shipper = "shipped";

    public static async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SurveyDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await AddSectionsAsync(db, now, ct);
        await AddEditionsAsync(db, now, ct);
        await db.SaveChangesAsync(ct);
    }

    private static async Task AddSectionsAsync(SurveyDb db, DateTime now, CancellationToken ct)
    {
        var known = await db.GridSections.ToListAsync(ct);
        foreach (var section in ShippedGrid.Catalogue.Sections.Where(section => known.All(row => (row.Section, row.Number) != (section.Key, section.Version))))
        {
            var row = new SectionVersion { Section = section.Key, Number = section.Version, Owner = section.Owner, CreatedBy = Shipper, CreatedAt = now };
            row.Write(section);
            row.Publish(Shipper, now);
            known.Add(row);
            db.GridSections.Add(row);
        }
        foreach (var row in known.Where(row => known.Any(other => other.Section == row.Section && other.Number > row.Number && other.Status is Grid.Definitions.EditionStatus.Published)))
            row.Supersede();
    }

    private static async Task AddEditionsAsync(SurveyDb db, DateTime now, CancellationToken ct)
    {
        var known = await db.GridEditions.Select(row => row.Key).ToListAsync(ct);
        foreach (var edition in ShippedGrid.Catalogue.Editions.Where(edition => !known.Contains(edition.Key)))
        {
            var row = new KeptEdition { Key = edition.Key, CreatedBy = Shipper, CreatedAt = now };
            row.Write(edition);
            row.Publish(now);
            db.GridEditions.Add(row);
            foreach (var earlier in ShippedGrid.Catalogue.Editions.Where(other => string.CompareOrdinal(other.Key, edition.Key) < 0))
                await AddCrosswalkAsync(db, earlier.Key, edition.Key, ct);
        }
    }

    private static async Task AddCrosswalkAsync(SurveyDb db, string from, string to, CancellationToken ct)
    {
        if (ShippedGrid.Catalogue.Crosswalk(from, to) is not { } crosswalk || await db.GridCrosswalks.FindAsync([from, to], ct) is not null)
            return;
        var row = new KeptCrosswalk { From = from, To = to };
        row.Write(crosswalk);
        db.GridCrosswalks.Add(row);
    }
}
