namespace Ptce.Reporting.Disclosure.Suppression;

/// <summary>Deviations that keep every relation true and move one cell: the proof that a cell is protected wherever all these cells are hidden.</summary>
/// <param name="Cells">Cells that move.</param>
/// <param name="Moves">How far each moves.</param>
internal sealed record Witness(int[] Cells, double[] Moves)
{
    private const double Tolerance = 1e-7;

    /// <summary>Whether it shows that a requirement holds for an attacker under a pattern.</summary>
    public bool Shows(Requirement requirement, Attacker attacker, bool[] pattern)
    {
        var reached = false;
        for (var k = 0; k < Cells.Length; k++)
        {
            var (cell, move) = (Cells[k], Moves[k]);
            if (!pattern[cell] || move > attacker.Up[cell] + Tolerance * requirement.Amount || -move > attacker.Down[cell] + Tolerance * requirement.Amount)
                return false;
            reached |= cell == requirement.Cell && move * requirement.Direction >= requirement.Amount * (1 - Tolerance);
        }
        return reached;
    }
}
