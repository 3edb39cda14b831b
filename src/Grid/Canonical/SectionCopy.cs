using System.Text.Json.Nodes;

namespace Ptce.Grid.Canonical;

/// <summary>
/// The generic form of one section's content for one pole and year (copie de rubrique): items by code, records by kind. It is
/// what an owner stores for a candidate, what is digested and signed, and what Reporting reads without knowing the section.
/// It holds business keys and values only: no generated id, clock, author or personal data.
/// </summary>
/// <param name="Section">Section key, e.g. <c>governance</c>.</param>
/// <param name="Version">Version of the section's definition.</param>
/// <param name="Pole">PoleKey.</param>
/// <param name="Year">Year of the campaign.</param>
/// <param name="Items">Answered items; an empty item is left out.</param>
/// <param name="Records">Typed records by kind.</param>
public sealed record SectionCopy(
    string Section,
    int Version,
    string Pole,
    int Year,
    IReadOnlyList<CopiedItem> Items,
    IReadOnlyDictionary<string, IReadOnlyList<CopiedRecord>> Records)
{
    /// <summary>The records of a kind, none when the kind is absent.</summary>
    /// <param name="kind">Kind, e.g. <c>belonging</c>.</param>
    public IReadOnlyList<CopiedRecord> Of(string kind) => Records.TryGetValue(kind, out var records) ? records : [];

    /// <summary>The canonical bytes: what is stored, digested and served.</summary>
    public byte[] ToCanonical()
    {
        var items = new JsonArray();
        foreach (var item in Items.OrderBy(i => i.Code, StringComparer.Ordinal))
            items.Add(item.ToJson());
        var kinds = new JsonObject();
        foreach (var (kind, records) in Records)
        {
            if (records.Count == 0)
                continue;
            var list = new JsonArray();
            foreach (var record in records.OrderBy(r => r.Key, StringComparer.Ordinal))
                list.Add(record.ToJson());
            kinds[kind] = list;
        }
        return CanonicalJson.Write(new JsonObject
        {
            ["section"] = Section,
            ["version"] = Version,
            ["pole"] = Pole,
            ["year"] = Year,
            ["items"] = items,
            ["records"] = kinds,
        });
    }

    /// <summary>The digest of the canonical bytes.</summary>
    public string Digest() => ContentDigest.Of(ToCanonical());

    /// <summary>Reads what <see cref="ToCanonical"/> wrote.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <exception cref="FormatException">The document is not a section's copy.</exception>
    public static SectionCopy Parse(ReadOnlySpan<byte> json)
    {
        var reader = new System.Text.Json.Utf8JsonReader(json);
        if (JsonNode.Parse(ref reader) is not JsonObject root)
            throw new FormatException("A section's copy is a JSON object.");
        var records = new SortedDictionary<string, IReadOnlyList<CopiedRecord>>(StringComparer.Ordinal);
        foreach (var (kind, list) in root["records"]?.AsObject() ?? [])
            records[kind] = [.. list!.AsArray().Select(record => CopiedRecord.FromJson(record!.AsObject()))];
        return new SectionCopy(
            Text(root, "section"),
            root["version"]!.GetValue<int>(),
            Text(root, "pole"),
            root["year"]!.GetValue<int>(),
            [.. (root["items"]?.AsArray() ?? []).Select(item => CopiedItem.FromJson(item!.AsObject()))],
            records);
    }

    private static string Text(JsonObject root, string name) =>
        root[name]?.GetValue<string>() ?? throw new FormatException($"A section's copy has a {name}.");
}
