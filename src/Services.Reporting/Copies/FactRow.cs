using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Copies;

/// <summary>
/// One record or item of a signed copy, for queries and feeds. Every row carries its pole and visibility; a named fact is never public,
/// what is public of it stands in releases.
/// </summary>
internal sealed class FactRow
{
    public required long Generation { get; init; }

    public required Guid DossierId { get; init; }

    public required int Version { get; init; }

    public required string Section { get; init; }

    /// <summary>Kind of record; <c>item</c> for an item.</summary>
    public required string Kind { get; init; }

    public required string Key { get; init; }

    public required string PoleKey { get; init; }

    public required int Year { get; init; }

    public required string Origin { get; init; }

    public required Visibility Visibility { get; init; }

    /// <summary>Values by field, as the copy writes them: JSON.</summary>
    public required string Values { get; init; }
}
