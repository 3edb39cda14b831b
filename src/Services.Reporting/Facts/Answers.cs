using Ptce.Grid.Canonical;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Facts;

/// <summary>Items of a section by code; an attribute of an item is <c>C1.2.description</c>.</summary>
internal sealed class Answers
{
    private readonly Dictionary<string, CopiedItem> _items;

    private Answers(IEnumerable<CopiedItem> items) => _items = items.ToDictionary(item => item.Code, StringComparer.Ordinal);

    public IEnumerable<string> Codes => _items.Keys;

    public static Answers Read(SectionCopy copy) => new(copy.Items);

    public string? Text(string code) => Answered(code)?.Value?.AsText;

    public decimal? Number(string code) => Answered(code)?.Value?.AsDecimal;

    public bool? Flag(string code) => Answered(code)?.Value?.AsFlag;

    public Provenance Origin(string code) => _items.TryGetValue(code, out var item) ? Provenances.Read(item.Origin) : Provenance.None;

    private CopiedItem? Answered(string code) => _items.TryGetValue(code, out var item) && item.State == "answered" ? item : null;
}
