using System.Text.Json.Nodes;
using Ptce.Grid.Canonical;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Copies;

/// <summary>Facts of a copy, one row for each item and record.</summary>
internal static class CopyFacts
{
    private const string Item = "item";

    public static IEnumerable<FactRow> Of(StoredCopy stored, SectionCopy copy)
    {
        foreach (var item in copy.Items)
        {
            var values = new JsonObject { ["state"] = item.State };
            if (item.Value is { } value)
                values["value"] = Json(value);
            yield return Row(stored, copy, Item, item.Code, item.Origin, values);
        }
        foreach (var (kind, records) in copy.Records)
            foreach (var record in records)
            {
                var values = new JsonObject();
                foreach (var (field, value) in record.Values)
                    values[field] = Json(value);
                yield return Row(stored, copy, kind, record.Key, record.Origin, values);
            }
    }

    private static FactRow Row(StoredCopy stored, SectionCopy copy, string kind, string key, string origin, JsonObject values) => new()
    {
        Generation = stored.Generation,
        DossierId = stored.DossierId,
        Version = stored.Version,
        Section = stored.Section,
        Kind = kind,
        Key = key,
        PoleKey = stored.PoleKey,
        Year = copy.Year,
        Origin = origin,
        Visibility = Visibility.Restricted,
        Values = values.ToJsonString(),
    };

    private static JsonNode? Json(CopyValue value) =>
        value.AsFlag is { } flag ? JsonValue.Create(flag)
        : value.AsList is { } list ? new JsonArray([.. list.Select(one => (JsonNode)JsonValue.Create(one))])
        : JsonValue.Create(value.AsText);
}
