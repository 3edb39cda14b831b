using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ptce.Architecture.Tests.AccessMatrix;

/// <summary>
/// Requests that mean harm, made from the service's own description: by a fixed seed, so that a failure can be repeated. Two in five have a body that is
/// valid by schema with hostile values in it; the others break types, sizes, encodings, paths and headers.
/// </summary>
internal sealed class HostileRequests(JsonNode description, int seed)
{
    private static readonly string[] Poison =
    [
        "' OR '1'='1", "'; DROP TABLE people; --", "\" UNION SELECT password FROM users --", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
        "../../../../etc/passwd", "..\\..\\windows\\win.ini", "%00", "\u0000", "\u202Egnp.exe", "𝕬𝖓𝖆𝖑𝖞𝖘𝖙", "é\u0301\u0301\u0301", "${jndi:ldap://127.0.0.1/a}", "{{7*7}}",
        "=cmd|'/c calc'!A0", "\r\nSet-Cookie: a=b", "NaN", "-0", "1e999", "9999999999999999999999", "null", "[]", "{}", "true", "", " ", "\uFFFD", "2015-02-30", "24:61",
        new string('A', 5000), new string('é', 300), "phares", "lille", "018f0000-0000-7000-8000-000000000001",
    ];

    private readonly Random chance = new(seed);
    private readonly List<(string Path, string Method, JsonNode Operation)> operations =
    [
        .. description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()
            .Where(one => one.Key is "get" or "post" or "put" or "delete" or "patch")
            .Select(one => (path.Key, one.Key.ToUpperInvariant(), one.Value!))),
    ];

    /// <summary>How many bodies so far were valid by schema.</summary>
    public int Valid { get; private set; }

    public HttpRequestMessage Next()
    {
        var (path, method, operation) = operations[chance.Next(operations.Count)];
        var wellFormed = chance.Next(5) < 3;
        var request = new HttpRequestMessage(new HttpMethod(method), Path(path, operation, wellFormed) + Query(operation, wellFormed));
        var schema = operation["requestBody"]?["content"]?["application/json"]?["schema"];
        if (wellFormed)
        {
            if (schema is not null)
                request.Content = Json(Instance(schema, 0)?.ToJsonString() ?? "null");
            Valid++;
        }
        else if (method is "POST" or "PUT" or "PATCH" || chance.Next(4) == 0)
        {
            request.Content = BrokenBody(schema);
        }
        AddHeaders(request);
        return request;
    }

    private string Path(string template, JsonNode operation, bool wellFormed)
    {
        var path = template;
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            if ((string?)parameter!["in"] != "path")
                continue;
            var value = wellFormed ? Scalar(parameter["schema"]!) : Poison[chance.Next(Poison.Length)];
            path = path.Replace("{" + (string?)parameter["name"] + "}", Uri.EscapeDataString(value is "" or " " or "." ? "x" : Shorter(value).Replace("\0", "", StringComparison.Ordinal)), StringComparison.Ordinal);
        }
        return !wellFormed && chance.Next(10) == 0 ? path + "/..%2f..%2finternal" : path;
    }

    private string Query(JsonNode operation, bool wellFormed)
    {
        var query = new StringBuilder();
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            if ((string?)parameter!["in"] != "query" || chance.Next(2) == 0 && (bool?)parameter["required"] != true)
                continue;
            var value = wellFormed ? Scalar(parameter["schema"]!) : Poison[chance.Next(Poison.Length)];
            query.Append(query.Length == 0 ? '?' : '&').Append((string?)parameter["name"]).Append('=').Append(Uri.EscapeDataString(Shorter(value)));
        }
        return query.ToString();
    }

    private static string Shorter(string value) => value.Length > 1000 ? value[..1000] : value;

    private string Scalar(JsonNode schema)
    {
        var node = Instance(schema, 3);
        return node is JsonValue value ? value.ToString() : "x";
    }

    // An instance of the schema: right types and formats, hostile where text is free.
    private JsonNode? Instance(JsonNode schema, int depth)
    {
        if ((string?)schema["$ref"] is { } reference)
            return depth > 6 ? null : Instance(description["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!, depth + 1);
        foreach (var choice in (string[])["oneOf", "anyOf", "allOf"])
        {
            if (schema[choice] is JsonArray { Count: > 0 } options)
                return Instance(options.FirstOrDefault(option => (string?)option!["type"] != "null") ?? options[0]!, depth + 1);
        }
        if (schema["enum"] is JsonArray { Count: > 0 } allowed)
            return allowed[chance.Next(allowed.Count)]?.DeepClone();
        var types = schema["type"] is JsonArray several ? several.Select(type => (string)type!).ToList() : [(string?)schema["type"] ?? "string"];
        if (types.Contains("null") && chance.Next(4) == 0)
            return null;
        return types.First(type => type != "null") switch
        {
            "object" => Record(schema, depth),
            "array" => depth > 5 ? new JsonArray() : new JsonArray([.. Enumerable.Range(0, chance.Next(3)).Select(_ => Instance(schema["items"] ?? new JsonObject(), depth + 1))]),
            "integer" => JsonValue.Create(((long[])[0, 1, -1, 2015, int.MaxValue, 7])[chance.Next(6)]),
            "number" => JsonValue.Create(((decimal[])[0m, -1m, 3.5m, 0.0001m, 99999999999999m, 12m])[chance.Next(6)]),
            "boolean" => JsonValue.Create(chance.Next(2) == 0),
            _ => JsonValue.Create(Text((string?)schema["format"])),
        };
    }

    private JsonObject Record(JsonNode schema, int depth)
    {
        var record = new JsonObject();
        var required = schema["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        foreach (var (name, property) in schema["properties"]?.AsObject() ?? [])
        {
            if (required.Contains(name) || chance.Next(4) != 0)
                record[name] = Instance(property!, depth + 1);
        }
        return record;
    }

    private string Text(string? format) => format switch
    {
        "uuid" => chance.Next(3) == 0 ? "018f0000-0000-7000-8000-000000000001" : Guid.NewGuid().ToString(),
        "date" => ((string[])["2015-06-01", "0001-01-01", "9999-12-31"])[chance.Next(3)],
        "date-time" => ((string[])["2015-06-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])[chance.Next(3)],
        "uri" => "https://evil.example/",
        _ => Poison[chance.Next(Poison.Length)],
    };

    private HttpContent BrokenBody(JsonNode? schema)
    {
        switch (chance.Next(8))
        {
            case 0:
                return Json(new string('[', 3000) + new string(']', 3000));
            case 1:
                return Json("{\"id\":");
            case 2:
                return Json("\"" + new string('x', 200_000) + "\"");
            case 3:
                var bytes = new ByteArrayContent([0xFF, 0xFE, 0x00, 0xC3, 0x28, (byte)chance.Next(256)]);
                bytes.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-7");
                return bytes;
            case 4:
                return new StringContent("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", Encoding.UTF8, "application/xml");
            case 5:
                return new StringContent(Poison[chance.Next(Poison.Length)], Encoding.UTF8, "text/csv");
            case 6:
                return Json(JsonSerializer.Serialize(Poison[chance.Next(Poison.Length)]));
            default:
                return Json(Mutate(schema is null ? new JsonObject() : Instance(schema, 0) ?? new JsonObject())?.ToJsonString() ?? "null");
        }
    }

    private JsonNode? Mutate(JsonNode node)
    {
        if (node is not JsonObject { Count: > 0 } record)
            return JsonValue.Create(chance.Next());
        var name = record.ElementAt(chance.Next(record.Count)).Key;
        record[name] = chance.Next(6) switch
        {
            0 => null,
            1 => new JsonArray(new JsonArray(), new JsonObject()),
            2 => JsonValue.Create(long.MaxValue),
            3 => JsonValue.Create(Poison[chance.Next(Poison.Length)]),
            4 => new JsonObject { ["$type"] = "System.Diagnostics.Process", [name] = true },
            _ => JsonValue.Create(true),
        };
        return record;
    }

    private void AddHeaders(HttpRequestMessage request)
    {
        foreach (var name in (string[])["If-Match", "Idempotency-Key", "Accept-Language", "Accept", "X-Forwarded-For", "X-Original-URL", "Range", "traceparent"])
        {
            if (chance.Next(8) == 0)
                request.Headers.TryAddWithoutValidation(name, HeaderText(Poison[chance.Next(Poison.Length)]));
        }
        if (request.Method.Method is "PUT" or "DELETE" && chance.Next(2) == 0)
            request.Headers.TryAddWithoutValidation("If-Match", "\"" + chance.Next(4).ToString(CultureInfo.InvariantCulture) + "\"");
    }

    private static string HeaderText(string value) => new([.. Shorter(value).Where(c => c is >= ' ' and < '\u007F')]);

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
