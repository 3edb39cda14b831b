using Ptce.Grid.Canonical;

namespace Ptce.Reporting.Tests.Invented;

/// <summary>Writes section copies the way owners do.</summary>
internal sealed class CopyDraft(string section, string pole, int year = 2015)
{
    private readonly List<CopiedItem> _items = [];
    private readonly SortedDictionary<string, List<CopiedRecord>> _records = new(StringComparer.Ordinal);

    public CopyDraft Item(string code, string value, string origin = "interview-1")
    {
        _items.Add(new(code, "answered", CopyValue.Text(value), origin));
        return this;
    }

    public CopyDraft Unknown(string code)
    {
        _items.Add(new(code, "unknown", null, "interview-1"));
        return this;
    }

    public CopyDraft Record(string kind, string key, string origin, params (string Field, object? Value)[] values)
    {
        if (!_records.TryGetValue(kind, out var list))
            _records[kind] = list = [];
        list.Add(new(key, origin, values.Where(value => value.Value is not null).ToDictionary(value => value.Field, value => Of(value.Value!), StringComparer.Ordinal)));
        return this;
    }

    public SectionCopy Done() => new(section, 1, pole, year, _items, _records.ToDictionary(kind => kind.Key, kind => (IReadOnlyList<CopiedRecord>)kind.Value, StringComparer.Ordinal));

    private static CopyValue Of(object value) => value switch
    {
        bool flag => CopyValue.Flag(flag),
        string text => CopyValue.Text(text),
        int count => CopyValue.Count(count),
        decimal number => CopyValue.Number(number, 2),
        IEnumerable<string> list => CopyValue.List(list),
        _ => throw new ArgumentException(value.GetType().Name),
    };
}
