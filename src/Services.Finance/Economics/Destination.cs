namespace Ptce.Finance.Economics;

/// <summary>What an expense is for (destination), where known.</summary>
public enum Destination
{
    /// <summary>Coordination and animation of the PTCE (coordination, animation).</summary>
    Coordination,

    /// <summary>Support functions (fonctions support).</summary>
    Support,

    /// <summary>Premises (lieu).</summary>
    Premises,

    /// <summary>Projects (projets).</summary>
    Projects,

    /// <summary>Other (autre).</summary>
    Other,
}
