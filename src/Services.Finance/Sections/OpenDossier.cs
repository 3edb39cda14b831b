namespace Ptce.Finance.Sections;

/// <summary>A dossier whose edition pins a section of Finance.</summary>
internal sealed class OpenDossier
{
    public Guid DossierId { get; init; }

    public Guid CampaignId { get; init; }

    public required string PoleKey { get; init; }

    /// <summary>Section key: <c>economics</c>.</summary>
    public required string Section { get; init; }

    public int SectionVersion { get; init; }

    /// <summary>Year of the campaign; the year that a copy carries.</summary>
    public int CampaignYear { get; init; }

    public int FiscalYear { get; init; }

    /// <summary>The campaign was closed: the year can no longer be edited for it.</summary>
    public bool Closed { get; set; }
}

/// <summary>An immutable copy of the section, stored for one candidate.</summary>
internal sealed class StoredCopy
{
    public Guid DossierId { get; init; }

    public int Attempt { get; init; }

    public required string Section { get; init; }

    public required string Digest { get; init; }

    /// <summary>Canonical bytes.</summary>
    public required byte[] Content { get; init; }

    public bool Signed { get; set; }
}
