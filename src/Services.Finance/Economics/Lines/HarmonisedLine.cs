using System.Text.Json.Serialization;

namespace Ptce.Finance.Economics.Lines;

/// <summary>A line of the harmonised economics table (ligne harmonisée), the same for every PTCE, chart of accounts and year.</summary>
/// <param name="Code">Code, e.g. <c>S.REG</c>. Codes exclude one another, so that totals are plain sums.</param>
/// <param name="Side">Side of the table.</param>
/// <param name="Group">Group inside the side.</param>
/// <param name="Fr">French label.</param>
/// <param name="En">English label.</param>
/// <param name="Funder">Kind of funder of a grant line; null elsewhere.</param>
/// <param name="PublicFunder">A public funder pays it: counts in public funding (I13b).</param>
/// <param name="Premises">Belongs to the premises (lieu) unless a line says otherwise.</param>
public sealed record HarmonisedLine(string Code, LineSide Side, LineGroup Group, string Fr, string En, Funder? Funder = null, bool PublicFunder = false, bool Premises = false)
{
    /// <summary>Place in the catalogue, from 0.</summary>
    [JsonIgnore]
    public int Position { get; init; }
}
