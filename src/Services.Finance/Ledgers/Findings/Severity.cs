namespace Ptce.Finance.Ledgers.Findings;

/// <summary>Weight of a finding on a ledger file.</summary>
internal enum Severity
{
    /// <summary>Nothing is imported while one stands (erreur).</summary>
    Error,

    /// <summary>Imported, to be looked at (avertissement).</summary>
    Warning,

    /// <summary>Said for the record (information).</summary>
    Info,
}
