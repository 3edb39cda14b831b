namespace Ptce.Finance.Economics.Perimeters;

/// <summary>One of the six values of a perimeter indicator (I12, I16).</summary>
/// <param name="Perimeter">Perimeter.</param>
/// <param name="WithPremises">Premises are counted.</param>
/// <param name="Cents">EUR cents; null when missing.</param>
/// <param name="Missing">Why the value is missing: <c>not-separable</c>, <c>undocumented</c>, <c>secondment-not-valued</c>, <c>premises-not-included</c>, <c>empty</c>.</param>
internal sealed record PerimeterValue(Perimeter Perimeter, bool WithPremises, long? Cents, string? Missing);
