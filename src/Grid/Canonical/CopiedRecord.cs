using System.Text.Json.Nodes;

namespace Ptce.Grid.Canonical;

/// <summary>A typed record inside a section's copy: a member, a budget line, a project.</summary>
/// <param name="Key">Business key, unique inside its kind.</param>
/// <param name="Origin">Provenance of the record's values.</param>
/// <param name="Values">Values by field name; absent values are left out.</param>
/// <param name="Origins">Provenance of single fields where it differs from the record's.</param>
public sealed record CopiedRecord(
    string Key,
    string Origin,
    IReadOnlyDictionary<string, CopyValue> Values,
    IReadOnlyDictionary<string, string>? Origins = null)
{
    /// <summary>The value of a field, null when absent.</summary>
    /// <param name="field">Field name.</param>
    public CopyValue? this[string field] => Values.TryGetValue(field, out var value) ? value : null;

    /// <summary>The provenance of a field: its own, else the record's.</summary>
    /// <param name="field">Field name.</param>
    public string OriginOf(string field) => Origins is not null && Origins.TryGetValue(field, out var origin) ? origin : Origin;

    internal JsonObject ToJson()
    {
        var values = new JsonObject();
        foreach (var (field, value) in Values)
            values[field] = value.ToJson();
        var json = new JsonObject { ["key"] = Key, ["origin"] = Origin, ["values"] = values };
        if (Origins is { Count: > 0 })
        {
            var origins = new JsonObject();
            foreach (var (field, origin) in Origins)
                origins[field] = origin;
            json["origins"] = origins;
        }
        return json;
    }

    internal static CopiedRecord FromJson(JsonObject json)
    {
        var values = new SortedDictionary<string, CopyValue>(StringComparer.Ordinal);
        foreach (var (field, value) in json["values"]!.AsObject())
            values[field] = CopyValue.FromJson(value);
        SortedDictionary<string, string>? origins = null;
        if (json["origins"] is JsonObject given)
        {
            origins = new(StringComparer.Ordinal);
            foreach (var (field, origin) in given)
                origins[field] = origin!.GetValue<string>();
        }
        return new CopiedRecord(json["key"]!.GetValue<string>(), json["origin"]!.GetValue<string>(), values, origins);
    }
}
