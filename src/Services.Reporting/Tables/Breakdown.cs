using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;
using Ptce.Reporting.Indicators;

namespace Ptce.Reporting.Tables;

/// <summary>
/// Pooled first-circle members by category: n, percentage of the members that are known, poles concerned. An organisation counts
/// once, wherever it belongs; a category may hold several (functions) or exclude one another (legal form, sector).
/// </summary>
internal sealed class Breakdown
{
    private readonly List<(IReadOnlyList<string> Categories, PooledMember Member)> _known = [];
    private readonly Provenance _origin;

    /// <param name="members">Members, each once.</param>
    /// <param name="classify">Categories of an organisation; null when it is not known.</param>
    /// <param name="originOf">Provenance of what classifies it.</param>
    public Breakdown(IReadOnlyList<PooledMember> members, Func<Organisation, IReadOnlyList<string>?> classify, Func<Organisation, Provenance> originOf)
    {
        foreach (var member in members)
            if (member.Tell(classify) is { } categories)
                _known.Add((categories, member));
            else
                Unknown++;
        _origin = members.SelectMany(member => member.Places).Select(place => place.Member.Origin | (place.Member.Organisation is { } organisation ? originOf(organisation) : Provenance.None)).Union();
    }

    /// <summary>Members whose category is known.</summary>
    public int Known => _known.Count;

    public int Unknown { get; }

    public IReadOnlyList<Cell> Cells(string category)
    {
        var among = _known.Where(one => one.Categories.Contains(category)).Select(one => one.Member).ToArray();
        return Cells(among.Length, Concerned(among));
    }

    /// <summary>The row of all known members.</summary>
    public IReadOnlyList<Cell> Total() => Cells(Known, Concerned(_known.Select(one => one.Member)));

    private static int Concerned(IEnumerable<PooledMember> members) =>
        members.SelectMany(member => member.Places).Select(place => place.Pole.Key).Distinct(StringComparer.Ordinal).Count();

    private Cell[] Cells(int n, int poles) =>
    [
        Cell.Of(Units.Members, n, _origin),
        Cell.Of(Units.Percent, Known == 0 ? null : 100m * n / Known, _origin),
        Cell.Of(Units.Poles, poles, _origin),
    ];

    public static Column[] Columns(string prefix = "") =>
    [
        new(prefix + "n", new("Membres", "Members"), Units.Members),
        new(prefix + "percent", new("% des membres", "% of members"), Units.Percent),
        new(prefix + "poles", new("PTCE concernés", "PTCE concerned"), Units.Poles),
    ];
}
