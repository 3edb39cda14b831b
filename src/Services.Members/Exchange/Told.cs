using System.Text.Json;
using System.Text.Json.Nodes;
using Ptce.Members.Organisations;

namespace Ptce.Members.Exchange;

/// <summary>What several lines tell of one record, member by member, and which line told it.</summary>
internal sealed class Told
{
    private readonly JsonObject _members = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    public bool Has(string member) => _members.ContainsKey(member);

    /// <summary>Line that told a member; the first line of the record when none did.</summary>
    public int LineOf(string member, int first) => _lines.GetValueOrDefault(member, first);

    /// <summary>Takes what a line tells; gives the members on which another line said otherwise.</summary>
    public IEnumerable<string> Take(JsonObject told, int line)
    {
        foreach (var (member, value) in told)
        {
            if (!_members.TryGetPropertyValue(member, out var before))
            {
                _members[member] = value!.DeepClone();
                _lines[member] = line;
            }
            else if (!JsonNode.DeepEquals(before, value))
            {
                yield return member;
            }
        }
    }

    /// <summary>The facts with what was told laid over them; members that changed in a stored record carry the file's provenance.</summary>
    public T Over<T>(T? stored, string provenance, string? source) where T : Provenanced
    {
        var json = stored is null ? [] : JsonSerializer.SerializeToNode(stored, Json.Options)!.AsObject();
        var changed = new List<string>();
        foreach (var (member, value) in _members)
        {
            var laid = stored is OrganisationFacts facts ? Keep(facts, member, value!) : value;
            if (JsonNode.DeepEquals(json[member], laid))
                continue;
            json[member] = laid!.DeepClone();
            changed.Add(member);
        }
        if (stored is null)
        {
            if (typeof(T) == typeof(OrganisationFacts))
                json["name"] ??= "";
            json["provenance"] = provenance;
            if (source is not null)
                json["source"] = source;
        }
        else if (changed.Count > 0 && stored.Provenance != provenance)
        {
            var provenances = json["provenances"] as JsonObject ?? [];
            foreach (var member in changed)
                provenances[member] = provenance;
            json["provenances"] = provenances;
        }
        return json.Deserialize<T>(Json.Options)!;
    }

    // A file tells no dates of facets and no histories: what it tells and the record has already, dated or not, stays as it is.
    private static JsonNode Keep(OrganisationFacts stored, string member, JsonNode told)
    {
        object? kept = member switch
        {
            "legalCategories" when stored.LegalCategories?.OrderBy(c => c.From ?? DateOnly.MinValue).LastOrDefault()?.Code == (string?)told[0]!["code"] => stored.LegalCategories,
            "labels" when told.AsArray().All(l => stored.Labels?.Any(s => s.Label == (string?)l!["label"] && s.To is null) == true) => stored.Labels,
            "naf" when stored.Naf?.Any(n => n.Nomenclature == (string?)told[0]!["nomenclature"] && n.Code == (string?)told[0]!["code"]) == true => stored.Naf,
            _ => null,
        };
        return kept is null ? told : JsonSerializer.SerializeToNode(kept, Json.Options)!;
    }
}
