using System.Collections.Frozen;

namespace Ptce.Finance.Economics;

/// <summary>Where a value comes from (provenance): the closed list shared with the other sections.</summary>
internal static class Provenance
{
    public const string Typed = "typed";
    public const string Imported = "imported";
    public const string PreviousYear = "previous-year";

    private static readonly FrozenSet<string> Known = new[]
    {
        "interview-1", "interview-2", "document", "member", Imported, PreviousYear, "synthetic", Typed,
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Exists(string name) => Known.Contains(name);

    public static IEnumerable<string> All => Known.Order(StringComparer.Ordinal);
}
