namespace Ptce.Reporting.Releases;

/// <summary>A table of a release, with everything; readers get it through their <see cref="Figures.Audience"/>.</summary>
internal sealed class ReleaseTable
{
    public required int Year { get; init; }

    public required int Number { get; init; }

    public required string Code { get; init; }

    /// <summary><see cref="Tables.Table"/> as JSON.</summary>
    public required string Content { get; init; }
}
