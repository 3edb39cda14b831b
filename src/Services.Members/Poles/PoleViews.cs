using System.Diagnostics.CodeAnalysis;

namespace Ptce.Members.Poles;

/// <summary>A pole as the API answers it.</summary>
internal sealed record PoleView : PoleFacts
{
    [SetsRequiredMembers]
    public PoleView(Pole pole) : base(pole.Facts) => (Key, Version, Name) = (pole.Key, pole.Version, pole.Facts.Name);

    public string Key { get; }

    public long Version { get; }
}

/// <summary>A pole's year as the API answers it.</summary>
internal sealed record PoleYearView : PoleYearFacts
{
    public PoleYearView(PoleYear year) : base(year.Facts) => (Pole, Year, Version) = (year.PoleKey, year.Year, year.Version);

    public string Pole { get; }

    public int Year { get; }

    public long Version { get; }
}
