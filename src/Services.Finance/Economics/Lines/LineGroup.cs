namespace Ptce.Finance.Economics.Lines;

/// <summary>Group of harmonised lines: income by origin (produits par origine), expenses by nature (charges par nature).</summary>
public enum LineGroup
{
    /// <summary>Operating grants by funder (subventions d'exploitation).</summary>
    Grants,

    /// <summary>Income from members (produits internes).</summary>
    Internal,

    /// <summary>Income from third parties (produits externes).</summary>
    External,

    /// <summary>Sold, but whether to a member or a third party is not known (produits non ventilés).</summary>
    Unresolved,

    /// <summary>Other income or other expenses (autres).</summary>
    Other,

    /// <summary>Purchases (achats).</summary>
    Purchases,

    /// <summary>External services (services extérieurs), accounts 61 and 62.</summary>
    ExternalServices,

    /// <summary>Taxes (impôts et taxes), accounts 63 and 69.</summary>
    Taxes,

    /// <summary>Staff (charges de personnel), account 64.</summary>
    Staff,

    /// <summary>Financial aid paid, also to members (aides financières versées).</summary>
    Aid,

    /// <summary>Financial expenses (charges financières), account 66.</summary>
    Financial,

    /// <summary>Exceptional expenses (charges exceptionnelles), account 67.</summary>
    Exceptional,

    /// <summary>Depreciation, provisions and dedicated funds (dotations), account 68.</summary>
    Depreciation,

    /// <summary>Non-monetary contributions received (ressources), class 87.</summary>
    Contribution,

    /// <summary>Uses of non-monetary contributions (emplois), class 86.</summary>
    Use,

    /// <summary>Equity (fonds propres).</summary>
    Equity,

    /// <summary>Effects on members (effets sur les membres).</summary>
    Effect,
}
