namespace Ptce.Members.Figures;

/// <summary>Yearly figures as the API answers them, with what follows from them.</summary>
internal sealed record FiguresView : FiguresFacts
{
    public FiguresView(YearlyFigures figures, string? family) : base(figures.Facts)
    {
        (Pole, OrganisationId, Year, Version) = (figures.PoleKey, figures.OrganisationId, figures.Year, figures.Version);
        var size = figures.Facts.Size();
        (SizeClass, SizeReason) = (size.Code, size.Reason);
        var counted = CountedFte.Of(figures.Facts, family);
        (FteCounts, FteCountsReason) = (counted.Counts, counted.Reason);
    }

    public string Pole { get; }

    public Guid OrganisationId { get; }

    public int Year { get; }

    public string SizeClass { get; }

    public string SizeReason { get; }

    public long Version { get; }
}
