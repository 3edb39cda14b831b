namespace Ptce.Survey.Campaigns;

/// <summary>State of a campaign (état de la campagne).</summary>
internal enum CampaignState
{
    /// <summary>Being prepared (en préparation).</summary>
    Draft,

    /// <summary>Dossiers are filled (ouverte).</summary>
    Open,

    /// <summary>No more edits; acceptance and sign-off go on (close).</summary>
    Closed,

    /// <summary>The signed versions are published (publiée).</summary>
    Published,
}

/// <summary>Names of the states in JSON and the database.</summary>
internal static class CampaignStateNames
{
    private static readonly string[] Names = ["draft", "open", "closed", "published"];

    public static string Name(this CampaignState state) => Names[(int)state];

    public static CampaignState Parse(string name) => (CampaignState)Array.IndexOf(Names, name);
}
