using Ptce.Grid.Answers;
using Ptce.Grid.Canonical;
using Ptce.Grid.Definitions;
using Ptce.Members.ExtraItems;

namespace Ptce.Members.Sections;

/// <summary>Gathers the values of a copied record; what is not told is left out.</summary>
internal sealed class CopiedValues
{
    private readonly SortedDictionary<string, CopyValue> _values = new(StringComparer.Ordinal);

    public CopiedValues Text(string field, string? text) => With(field, string.IsNullOrWhiteSpace(text) ? null : CopyValue.Text(text));

    public CopiedValues Flag(string field, bool? flag) => With(field, flag is { } value ? CopyValue.Flag(value) : null);

    public CopiedValues Count(string field, int? count) => With(field, count is { } value ? CopyValue.Count(value) : null);

    public CopiedValues Number(string field, decimal? number) => With(field, number is { } value ? CopyValue.Number(value, 2) : null);

    public CopiedValues Date(string field, DateOnly? date) => With(field, date is { } value ? CopyValue.Date(value) : null);

    public CopiedValues List(string field, IReadOnlyList<string>? codes) => With(field, codes is { Count: > 0 } ? CopyValue.List(codes) : null);

    /// <summary>Answers to extra items, under their codes; that one is unknown or not applicable stands under <c>code/state</c>.</summary>
    public CopiedValues Answers(IEnumerable<(ItemDefinition Item, Answer Answer)> answers)
    {
        foreach (var (item, answer) in answers)
            _ = answer.Value is { } value ? With(item.Code, value) : Text(item.Code + "/state", Extras.StateCode(answer.State));
        return this;
    }

    /// <summary>The record; provenances of fields that are absent or like the record's are left out.</summary>
    public CopiedRecord Record(string key, string origin, SortedDictionary<string, string>? origins)
    {
        var differing = origins?.Where(o => o.Value != origin && _values.ContainsKey(o.Key)).ToDictionary(o => o.Key, o => o.Value, StringComparer.Ordinal);
        return new(key, origin, _values, differing is { Count: > 0 } ? differing : null);
    }

    private CopiedValues With(string field, CopyValue? value)
    {
        if (value is { } told)
            _values[field] = told;
        return this;
    }
}
