using System.Globalization;
using System.Text.Json.Nodes;
using Ptce.Contracts.Survey;
using Ptce.Grid.Canonical;

namespace Ptce.Survey.SignOff;

/// <summary>
/// A signed version (version validée) of a dossier: immutable, numbered, chained to the one before. <see cref="Record"/> is the digest of the chain
/// record – previous record, content digest, signatory reference, time, data notes – so that no version can be changed, dropped or re-dated unseen.
/// </summary>
internal sealed class SignedVersion
{
    public required Guid DossierId { get; init; }

    /// <summary>Number inside the dossier, from 1.</summary>
    public required int Number { get; init; }

    public required int Attempt { get; init; }

    public required string Digest { get; init; }

    public required IReadOnlyList<SignedSection> Sections { get; init; }

    /// <summary>Reference of the person who signed: the token's subject.</summary>
    public required string Signatory { get; init; }

    /// <summary>Name to print on the certificate; not part of any digest.</summary>
    public required string SignatoryName { get; init; }

    public required string Statement { get; init; }

    public required bool ConsentSheet { get; init; }

    /// <summary>Data notes as they stood.</summary>
    public required IReadOnlyList<SignedNote> Notes { get; init; }

    public required DateTime SignedAt { get; init; }

    public required string? Previous { get; init; }

    public required string Record { get; init; }

    /// <summary>The chain record's digest.</summary>
    public static string RecordOf(string? previous, string digest, string signatory, DateTime signedAt, IReadOnlyList<SignedNote> notes)
    {
        var record = new JsonObject
        {
            ["at"] = signedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
            ["digest"] = digest,
            ["signatory"] = signatory,
        };
        if (previous is not null)
            record["previous"] = previous;
        if (notes.Count > 0)
            record["notes"] = new JsonArray([.. notes.Select(Write)]);
        return ContentDigest.Of(CanonicalJson.Write(record));
    }

    /// <summary>The record still follows from what the version says.</summary>
    public bool RecordHolds() => Record == RecordOf(Previous, Digest, Signatory, SignedAt, Notes);

    private static JsonObject Write(SignedNote note)
    {
        var json = new JsonObject { ["section"] = note.Section, ["fr"] = note.Fr, ["en"] = note.En };
        if (note.Item is not null)
            json["item"] = note.Item;
        return json;
    }
}
