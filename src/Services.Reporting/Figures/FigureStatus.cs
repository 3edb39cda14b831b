namespace Ptce.Reporting.Figures;

/// <summary>Whether a value stands there, is withheld, or is not known; missing is never zero.</summary>
internal enum FigureStatus
{
    Ok,
    Suppressed,
    Missing,
}

internal static class FigureStatuses
{
    public static string Word(this FigureStatus status) => status switch
    {
        FigureStatus.Ok => "ok",
        FigureStatus.Suppressed => "suppressed",
        _ => "missing",
    };
}
