namespace Ptce.Finance.Economics;

/// <summary>Accounting situation of a PTCE (situation comptable): the three that the study tells apart; independent of governance.</summary>
public enum Situation
{
    /// <summary>A legal person of its own with its own accounts (structure autonome).</summary>
    Autonomous,

    /// <summary>Analytic accounts inside a member structure (comptabilité analytique d'une structure membre).</summary>
    Analytic,

    /// <summary>Hard to tell from the accounts of the lead structure (non séparable).</summary>
    NotSeparable,
}
