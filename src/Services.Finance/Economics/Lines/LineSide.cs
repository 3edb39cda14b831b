namespace Ptce.Finance.Economics.Lines;

/// <summary>Side of the economics table that a harmonised line stands on.</summary>
public enum LineSide
{
    /// <summary>Income (produits), class 7; credit minus debit.</summary>
    Income,

    /// <summary>Expense (charges), class 6; debit minus credit.</summary>
    Expense,

    /// <summary>Non-monetary contribution received (contributions volontaires en nature), class 87; outside total income.</summary>
    Contribution,

    /// <summary>Use of non-monetary contributions (emplois des contributions volontaires), class 86.</summary>
    Use,

    /// <summary>Equity received in the year (apports en fonds propres).</summary>
    Equity,

    /// <summary>Effect on members (revenus que les membres doivent à la coopération); outside every total.</summary>
    Effect,
}
