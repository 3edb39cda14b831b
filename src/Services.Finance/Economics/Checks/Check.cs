namespace Ptce.Finance.Economics.Checks;

/// <summary>How much a finding weighs.</summary>
internal enum CheckSeverity
{
    /// <summary>Prevents submission (bloquant).</summary>
    Blocking,

    /// <summary>Must be answered (avertissement).</summary>
    Warning,
}

/// <summary>A finding on a year's economics (contrôle).</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Severity">Blocking or warning.</param>
/// <param name="About">The figures behind it, as one text: an answer holds only for these.</param>
/// <param name="Fr">French message.</param>
/// <param name="En">English message.</param>
internal sealed record Check(string Code, CheckSeverity Severity, string About, string Fr, string En);
