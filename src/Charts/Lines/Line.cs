namespace Ptce.Charts.Lines;

/// <summary>One line of an evolution (courbe).</summary>
/// <param name="Name">What it follows; written at the line's end.</param>
/// <param name="Values">One value per position of the figure; null leaves a gap.</param>
public sealed record Line(string Name, IReadOnlyList<decimal?> Values);
