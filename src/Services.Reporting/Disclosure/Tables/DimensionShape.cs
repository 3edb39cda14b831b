namespace Ptce.Reporting.Disclosure.Tables;

/// <summary>A dimension read: its codes and which of them add up to which.</summary>
/// <param name="Name">Name.</param>
/// <param name="Total">Total, or null.</param>
/// <param name="Codes">Every code, the total included.</param>
/// <param name="Children">Parent → children.</param>
internal sealed record DimensionShape(string Name, string? Total, IReadOnlyList<string> Codes, IReadOnlyDictionary<string, IReadOnlyList<string>> Children)
{
    private readonly HashSet<string> _codes = new(Codes, StringComparer.Ordinal);

    public bool Has(string code) => _codes.Contains(code);

    public bool IsLeaf(string code) => !Children.ContainsKey(code);
}
