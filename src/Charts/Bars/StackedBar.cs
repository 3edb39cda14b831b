namespace Ptce.Charts.Bars;

/// <summary>One bar of a stack: parts of a whole (barre empilée).</summary>
/// <param name="Label">What the whole is.</param>
/// <param name="Parts">One value per series of the figure, in its order; null when missing or suppressed. Never negative.</param>
/// <param name="Mark">What is written when parts are missing: a bar with a missing part is drawn only as far as it is known, and says so.</param>
public sealed record StackedBar(string Label, IReadOnlyList<decimal?> Parts, string? Mark = null);
