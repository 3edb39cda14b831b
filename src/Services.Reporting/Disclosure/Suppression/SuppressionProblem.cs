using Ptce.Reporting.Disclosure.Tables;

namespace Ptce.Reporting.Disclosure.Suppression;

/// <summary>Which cells to hide, besides those that must be, at the least cost (secret secondaire).</summary>
/// <param name="Relations">Additive relations.</param>
/// <param name="Known">Cells that stay published: public already, exempt, or empty by construction.</param>
/// <param name="Forced">Cells hidden from the start.</param>
/// <param name="Cost">Cost of hiding each other cell, above 0.</param>
/// <param name="Attackers">The outsider first, then insiders.</param>
/// <param name="Requirements">What no attacker may achieve.</param>
internal sealed record SuppressionProblem(
    IReadOnlyList<Relation> Relations, bool[] Known, bool[] Forced, long[] Cost, IReadOnlyList<Attacker> Attackers, IReadOnlyList<Requirement> Requirements)
{
    public int Cells => Known.Length;

    public bool IsFree(int cell) => !Known[cell] && !Forced[cell];

    public long CostOf(bool[] pattern)
    {
        var cost = 0L;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] && IsFree(i))
                cost += Cost[i];
        }
        return cost;
    }
}

/// <summary>Somebody who knows the published cells and, of each hidden one, how far below and above its value it may lie.</summary>
/// <param name="Insider">Contributor, or null for the outsider.</param>
/// <param name="Down">Room below each value, 0 or more; infinite when unbounded.</param>
/// <param name="Up">Room above each value.</param>
internal sealed record Attacker(string? Insider, double[] Down, double[] Up);

/// <summary>An attacker must deem possible a value of a cell this far from the true one.</summary>
/// <param name="Attacker">Index of the attacker.</param>
/// <param name="Cell">Index of the cell.</param>
/// <param name="Direction">+1 above, −1 below.</param>
/// <param name="Amount">How far, above 0.</param>
internal sealed record Requirement(int Attacker, int Cell, int Direction, double Amount);
