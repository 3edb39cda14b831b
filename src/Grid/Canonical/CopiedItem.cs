using System.Text.Json.Nodes;

namespace Ptce.Grid.Canonical;

/// <summary>An answered item inside a section's copy.</summary>
/// <param name="Code">Item code, e.g. <c>C1.2</c>; an attribute of an item is <c>C1.2/stage</c>.</param>
/// <param name="State"><c>answered</c>, <c>not-applicable</c> or <c>unknown</c>.</param>
/// <param name="Value">The value when answered.</param>
/// <param name="Origin">Provenance (provenance de la réponse), e.g. <c>interview-1</c>, <c>document</c>, <c>synthetic</c>.</param>
/// <param name="Source">Where it stands, e.g. a document and page; null when not told.</param>
/// <param name="Examples">Examples of achievements, in the order given.</param>
public sealed record CopiedItem(
    string Code,
    string State,
    CopyValue? Value,
    string Origin,
    string? Source = null,
    IReadOnlyList<string>? Examples = null)
{
    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["code"] = Code, ["state"] = State, ["origin"] = Origin };
        if (Value is { } value)
            json["value"] = value.ToJson();
        if (Source is not null)
            json["source"] = Source;
        if (Examples is { Count: > 0 })
            json["examples"] = new JsonArray([.. Examples.Select(example => (JsonNode)JsonValue.Create(example))]);
        return json;
    }

    internal static CopiedItem FromJson(JsonObject json) => new(
        json["code"]!.GetValue<string>(),
        json["state"]!.GetValue<string>(),
        json["value"] is { } value ? CopyValue.FromJson(value) : null,
        json["origin"]!.GetValue<string>(),
        json["source"]?.GetValue<string>(),
        json["examples"] is JsonArray examples ? [.. examples.Select(example => example!.GetValue<string>())] : null);
}
