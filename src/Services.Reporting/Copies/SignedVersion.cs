namespace Ptce.Reporting.Copies;

/// <summary>A dossier's signed version (version validée): immutable, numbered, with the digest that its leader signed.</summary>
internal sealed class SignedVersion
{
    public required Guid DossierId { get; init; }

    public required int Version { get; init; }

    public required Guid CampaignId { get; init; }

    public required string PoleKey { get; init; }

    public required int Year { get; init; }

    public required string ContentDigest { get; init; }

    public required DateTime SignedAt { get; init; }

    /// <summary>The pole consents to the publication of its named sheet.</summary>
    public required bool ConsentSheet { get; init; }

    /// <summary>Data notes (<see cref="Facts.DataNote"/>) as JSON, to be printed with the version.</summary>
    public required string Notes { get; init; }
}
