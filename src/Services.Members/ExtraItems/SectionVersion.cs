using Microsoft.EntityFrameworkCore;
using Ptce.Grid.Definitions;
using Ptce.Members.Sections;
using Ptce.Members.Storage;

namespace Ptce.Members.ExtraItems;

/// <summary>A published version of the morphology section's definition; never changed afterwards.</summary>
internal sealed class SectionVersion
{
    public required int Version { get; init; }

    /// <summary>The definition as Grid writes it.</summary>
    public required string Definition { get; init; }

    public required DateTime PublishedAt { get; init; }
}

/// <summary>
/// The section's definitions: version 1 is the typed records alone; later versions add items as data, attached to the pole's year
/// (record <c>pole</c>) or to a member's figures (record <c>figures</c>), and are published without a new build.
/// </summary>
internal static class SectionVersions
{
    public static readonly SectionDefinition First = new()
    {
        Key = SectionState.Morphology,
        Version = 1,
        Owner = MembersModule.Service,
        Label = new("Morphologie", "Morphology"),
        Records =
        [
            new("pole", new("Pôle et année", "Pole and year")),
            new("organisation", new("Organisation", "Organisation")),
            new("belonging", new("Période d'appartenance", "Belonging period")),
            new("figures", new("Données annuelles du membre", "Member's yearly figures")),
        ],
        Groups = [],
    };

    /// <summary>All versions, oldest first.</summary>
    public static async Task<IReadOnlyList<SectionDefinition>> ReadAsync(MembersDb db, CancellationToken ct)
    {
        var published = await db.SectionVersions.AsNoTracking().OrderBy(v => v.Version).Select(v => v.Definition).ToListAsync(ct);
        return [First, .. published.Select(GridJson.Read<SectionDefinition>)];
    }

    /// <summary>One version; the first when it is not known here.</summary>
    public static async Task<SectionDefinition> FindAsync(MembersDb db, int version, CancellationToken ct) =>
        version > 1 && await db.SectionVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Version == version, ct) is { } found
            ? GridJson.Read<SectionDefinition>(found.Definition)
            : First;

    /// <summary>Items attached to a kind of record.</summary>
    public static IEnumerable<ItemDefinition> ItemsOf(this SectionDefinition section, string record) =>
        section.Groups.Where(group => group.Record == record).SelectMany(group => group.Items);
}
