namespace Ptce.Contracts.Survey;

/// <summary>One section inside a signed dossier.</summary>
/// <param name="Section">Section key.</param>
/// <param name="Version">Version of the section's definition.</param>
/// <param name="Owner">Service that keeps the copy.</param>
/// <param name="Digest">SHA-256 of the copy's canonical form, lower-case hexadecimal.</param>
/// <param name="Size">Size of the canonical form in bytes.</param>
public sealed record SignedSection(string Section, int Version, string Owner, string Digest, long Size);
