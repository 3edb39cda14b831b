using Ptce.Messaging.Storage;

namespace Ptce.Members.Figures;

/// <summary>Figures of (organisation, pole, year): what one pole typed is not shown to another.</summary>
internal sealed class YearlyFigures : IVersioned
{
    public required string PoleKey { get; init; }

    public required Guid OrganisationId { get; init; }

    public required int Year { get; init; }

    public required FiguresFacts Facts { get; set; }

    public long Version { get; private set; }
}

/// <summary>A change of a batch that took effect: sending it again does nothing.</summary>
internal sealed class AppliedChange
{
    public required string PoleKey { get; init; }

    public required Guid Id { get; init; }

    public required long Revision { get; init; }

    public required DateTime AppliedAt { get; init; }
}
