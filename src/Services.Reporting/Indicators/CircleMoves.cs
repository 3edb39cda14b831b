using Ptce.Reporting.Facts;

namespace Ptce.Reporting.Indicators;

/// <summary>
/// How a first circle changed between two dates: those who came from outside, those who left, and those who moved between the
/// circles. It compares the two states, so that after = before + entries − exits + moves in − moves out.
/// </summary>
internal sealed record CircleMoves(int Entries, int Exits, int MovesIn, int MovesOut)
{
    public static CircleMoves Between(Morphology morphology, DateOnly before, DateOnly after)
    {
        var first = Keys(morphology.FirstCircle(before));
        var last = Keys(morphology.FirstCircle(after));
        var came = last.Except(first).ToArray();
        var gone = first.Except(last).ToArray();
        var movedIn = came.Intersect(Keys(morphology.SecondCircle(before))).Count();
        var movedOut = gone.Intersect(Keys(morphology.SecondCircle(after))).Count();
        return new(came.Length - movedIn, gone.Length - movedOut, movedIn, movedOut);
    }

    public static CircleMoves operator +(CircleMoves left, CircleMoves right) =>
        new(left.Entries + right.Entries, left.Exits + right.Exits, left.MovesIn + right.MovesIn, left.MovesOut + right.MovesOut);

    private static HashSet<string> Keys(IEnumerable<Member> members) => members.Select(member => member.Key).ToHashSet(StringComparer.Ordinal);
}
