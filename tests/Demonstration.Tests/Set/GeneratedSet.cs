using Ptce.Demonstration.Set;

namespace Ptce.Demonstration.Tests.Set;

/// <summary>The generated set, made once for all tests.</summary>
internal static class GeneratedSet
{
    public static readonly DemonstrationSet Value = DemonstrationSet.Generate();

    public static readonly DateOnly Reference = Value.Facts.Aggregates.ReferenceDate;

    public static IEnumerable<(PoleSet Pole, IReadOnlyList<Member> Members)> FirstCircles =>
        Value.Poles.Select(p => (p, (IReadOnlyList<Member>)[.. p.FirstCircleAt(Reference)]));

    public static int FirstCircle(string pole, int year) => Value[pole].CircleAt(1, new DateOnly(year, 6, 30)).Count();

    public static double Percent(int part, int whole) => 100.0 * part / whole;
}
