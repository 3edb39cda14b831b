namespace Ptce.Finance.Economics.Lines;

/// <summary>Kind of funder (financeur): the closed list of the official subsidy form (Cerfa 12156), with foundations under private.</summary>
public enum Funder
{
    /// <summary>State (État).</summary>
    State,

    /// <summary>Région (conseil régional).</summary>
    Region,

    /// <summary>Département (conseil départemental).</summary>
    Department,

    /// <summary>Group of municipalities or métropole (EPCI).</summary>
    Epci,

    /// <summary>Municipality (commune).</summary>
    Municipality,

    /// <summary>Social bodies (organismes sociaux, CAF).</summary>
    SocialBodies,

    /// <summary>European funds (fonds européens).</summary>
    EuropeanUnion,

    /// <summary>Aided jobs (emplois aidés, ASP).</summary>
    AidedJobs,

    /// <summary>Other public establishments (autres établissements publics).</summary>
    OtherPublic,

    /// <summary>Private aid and foundations (aides privées).</summary>
    Private,

    /// <summary>Not allocated to a funder (non ventilé).</summary>
    NotAllocated,
}
