namespace Ptce.Members.Sections;

/// <summary>A dossier whose morphology is told here, from the opening of its campaign until its publication.</summary>
internal sealed class OpenDossier
{
    public required Guid DossierId { get; init; }

    public required Guid CampaignId { get; init; }

    public required string PoleKey { get; init; }

    /// <summary>Year of the campaign.</summary>
    public required int Year { get; init; }

    public required DateOnly ReferenceDate { get; init; }

    public required int FiscalYear { get; init; }

    /// <summary>Version of the section that the edition pins.</summary>
    public int SectionVersion { get; init; } = 1;

    /// <summary>Published: edits no longer concern it.</summary>
    public bool Done { get; set; }
}
