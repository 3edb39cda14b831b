using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Ptce.Grid.Canonical;

/// <summary>Content digests (empreintes): SHA-256 of canonical bytes, written in lower-case hexadecimal (64 characters).</summary>
public static class ContentDigest
{
    /// <summary>The digest of canonical bytes.</summary>
    /// <param name="canonical">Bytes made by <see cref="CanonicalJson"/>.</param>
    public static string Of(ReadOnlySpan<byte> canonical) => Convert.ToHexStringLower(SHA256.HashData(canonical));

    /// <summary>
    /// The digest of a whole dossier, the one a leader signs: over the edition, pole, year and each section's key, version and
    /// digest. Two dossiers with the same content have the same digest, whoever filled them and whenever.
    /// </summary>
    /// <param name="edition">Edition of the grid, e.g. <c>2015</c>.</param>
    /// <param name="pole">PoleKey.</param>
    /// <param name="year">Year of the campaign.</param>
    /// <param name="sections">Every section of the edition, in any order.</param>
    public static string OfDossier(string edition, string pole, int year, IEnumerable<DossierSection> sections)
    {
        var list = new JsonArray();
        foreach (var section in sections.OrderBy(s => s.Section, StringComparer.Ordinal))
            list.Add(new JsonObject { ["digest"] = section.Digest, ["section"] = section.Section, ["version"] = section.Version });
        return Of(CanonicalJson.Write(new JsonObject { ["edition"] = edition, ["pole"] = pole, ["sections"] = list, ["year"] = year }));
    }
}

/// <summary>A section as a part of a dossier's digest.</summary>
/// <param name="Section">Section key.</param>
/// <param name="Version">Version of the section's definition.</param>
/// <param name="Digest">Digest of the section's copy.</param>
public sealed record DossierSection(string Section, int Version, string Digest);
