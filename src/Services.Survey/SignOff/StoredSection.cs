namespace Ptce.Survey.SignOff;

/// <summary>
/// Survey's own immutable copy of one of its sections for one candidate (copie de volet). Dropped with the candidate, kept for ever once signed.
/// </summary>
internal sealed class StoredSection
{
    public required Guid DossierId { get; init; }

    public required int Attempt { get; init; }

    public required string Section { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>, lower-case hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>Canonical bytes of the generic copy.</summary>
    public required byte[] Content { get; init; }

    public bool Signed { get; private set; }

    public void MarkSigned() => Signed = true;
}
