namespace Ptce.Reporting.Copies;

/// <summary>Which generation of copies and facts serves, and which is being rebuilt beside it.</summary>
internal sealed class ReadModel
{
    public const string Signed = "signed";

    public required string Name { get; init; }

    public long Active { get; set; }

    /// <summary>Generation that a rebuild fills; null when none runs.</summary>
    public long? Building { get; set; }

    public DateTime? StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }
}
