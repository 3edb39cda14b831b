namespace Ptce.Reporting.Figures;

/// <summary>One value of one indicator, with what it rests on.</summary>
/// <param name="Code">Indicator, <c>I01</c> … <c>I18</c>; a variant has a letter, <c>I13b</c>.</param>
/// <param name="Measure"><c>value</c>, <c>mean</c>, <c>pooled</c>, <c>min</c>, <c>max</c>, … or a part's name.</param>
/// <param name="Pole">PoleKey, null across poles.</param>
/// <param name="Period">Date or year that the figure is about.</param>
/// <param name="Value">Null when missing.</param>
/// <param name="Unit">One of <see cref="Units"/>.</param>
/// <param name="N">Poles that the figure rests on.</param>
/// <param name="Missing">Poles of the campaign that it does not rest on.</param>
/// <param name="Versions">Content digests of the signed versions used, sorted.</param>
/// <param name="Origin">What it rests on.</param>
/// <param name="Visibility">Who may read it.</param>
/// <param name="Status">Whether a value stands there.</param>
internal sealed record Figure(
    string Code,
    string Measure,
    string? Pole,
    string Period,
    decimal? Value,
    string Unit,
    int N,
    int Missing,
    IReadOnlyList<string> Versions,
    Provenance Origin,
    Visibility Visibility,
    FigureStatus Status)
{
    /// <summary>What is missing stays missing; a value is withheld.</summary>
    public Figure Suppress() => Status == FigureStatus.Missing ? this : this with { Value = null, Status = FigureStatus.Suppressed };
}
