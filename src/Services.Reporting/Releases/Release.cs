namespace Ptce.Reporting.Releases;

/// <summary>A release of a year's transversal report (édition du rapport transversal): numbered, immutable once published.</summary>
internal sealed class Release
{
    public required int Year { get; init; }

    /// <summary>From 1 in each year.</summary>
    public required int Number { get; init; }

    public required Guid CampaignId { get; init; }

    public ReleaseState State { get; set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? PublishedAt { get; set; }

    /// <summary>SHA-256 over the data of the release: the same signed versions and edition give the same digest.</summary>
    public required string Digest { get; init; }

    /// <summary>Cells that disclosure control suppressed, of those it looked at.</summary>
    public required int Suppressed { get; init; }

    public required int Cells { get; init; }

    /// <summary>Every audit passed; only then it can be published.</summary>
    public required bool Safe { get; init; }

    /// <summary>The suppressions are proved to be the least.</summary>
    public required bool Optimal { get; init; }

    /// <summary>Head of the report (<see cref="ReleaseHead"/>), JSON.</summary>
    public required string Head { get; init; }
}

internal enum ReleaseState
{
    Draft,
    Audited,
    Published,
}
