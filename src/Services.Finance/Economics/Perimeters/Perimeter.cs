namespace Ptce.Finance.Economics.Perimeters;

/// <summary>
/// Which time a budget is counted with (périmètre), each perimeter holding the one before it. The study's budgets of 35,000 to
/// 200,000 € for one function differ by this and by the premises.
/// </summary>
public enum Perimeter
{
    /// <summary>The coordinator only (coordinateur seul).</summary>
    Coordinator,

    /// <summary>With the time of support functions (fonctions support).</summary>
    Support,

    /// <summary>With the seconded time of the leader (temps mis à disposition du responsable).</summary>
    Leader,
}
