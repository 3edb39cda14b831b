namespace Ptce.Members.Sections;

/// <summary>An immutable copy of a section for a candidate (copie candidate), kept for ever once signed.</summary>
internal sealed class StoredCopy
{
    public required Guid DossierId { get; init; }

    public required string Section { get; init; }

    public required int Attempt { get; init; }

    public required string PoleKey { get; init; }

    public required long Revision { get; init; }

    public required string Digest { get; init; }

    /// <summary>Canonical bytes.</summary>
    public required byte[] Content { get; init; }

    public required int Blocking { get; init; }

    public bool Signed { get; set; }
}
