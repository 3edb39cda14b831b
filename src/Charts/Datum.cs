namespace Ptce.Charts;

/// <summary>One labelled value of a figure (valeur).</summary>
/// <param name="Label">What the value belongs to.</param>
/// <param name="Value">The value; null when it is missing or suppressed. Missing is never drawn as zero.</param>
/// <param name="Mark">What stands in place of a value that is absent (<c>s</c> for suppressed, <c>n. d.</c>), or follows one that is there (<c>*</c>).</param>
public sealed record Datum(string Label, decimal? Value, string? Mark = null);
