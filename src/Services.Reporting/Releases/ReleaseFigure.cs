using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Releases;

/// <summary>A figure of a release: a row with its pole and visibility.</summary>
internal sealed class ReleaseFigure
{
    public required int Year { get; init; }

    public required int Number { get; init; }

    /// <summary>Place in the report.</summary>
    public required int Position { get; init; }

    public required string Code { get; init; }

    public required string Measure { get; init; }

    public required string? PoleKey { get; init; }

    public required string Period { get; init; }

    public required decimal? Value { get; init; }

    public required string Unit { get; init; }

    public required int N { get; init; }

    public required int Missing { get; init; }

    public required FigureStatus Status { get; init; }

    public required Provenance Origin { get; init; }

    public required Visibility Visibility { get; init; }

    /// <summary>Poles whose signed versions the figure rests on, by their place in <see cref="ReleaseHead.Poles"/>, separated by commas.</summary>
    public required string RestsOn { get; init; }
}
