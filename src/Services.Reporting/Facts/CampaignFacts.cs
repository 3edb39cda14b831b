namespace Ptce.Reporting.Facts;

/// <summary>All that is signed in one campaign (campagne): the only input of tables and indicators.</summary>
/// <param name="Year">Year of the campaign.</param>
/// <param name="Edition">Edition of the grid.</param>
/// <param name="ReferenceDate">Date at which morphology is told.</param>
/// <param name="FiscalYear">Calendar year in which the fiscal year closed: economics and jobs.</param>
/// <param name="Demonstration">Nothing in it is evidence; origins tell stated from synthetic.</param>
/// <param name="Participants">Poles that the campaign invited, signed or not: what is not signed is missing.</param>
/// <param name="Poles">Signed versions, sorted by key.</param>
internal sealed record CampaignFacts(
    int Year,
    string Edition,
    DateOnly ReferenceDate,
    int FiscalYear,
    bool Demonstration,
    int Participants,
    IReadOnlyList<PoleFacts> Poles)
{
    public IEnumerable<PoleFacts> WithMorphology => Poles.Where(pole => pole.Morphology is not null);
}
