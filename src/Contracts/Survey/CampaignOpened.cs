namespace Ptce.Contracts.Survey;

/// <summary>A campaign (campagne) was opened: owners open and pre-fill their section of each dossier. Stream: <see cref="Streams.Campaigns"/>/campaign id.</summary>
/// <param name="CampaignId">Campaign.</param>
/// <param name="Year">Year of the campaign, e.g. 2015.</param>
/// <param name="Edition">Edition of the grid, e.g. <c>2015</c>.</param>
/// <param name="ReferenceDate">Date at which morphology is told.</param>
/// <param name="FiscalYear">Calendar year in which the fiscal year closed.</param>
/// <param name="Demonstration">True for the demonstration data set: nothing in it is evidence.</param>
/// <param name="Sections">Pinned section versions.</param>
/// <param name="Dossiers">Dossiers opened.</param>
public sealed record CampaignOpened(Guid CampaignId, int Year, string Edition, DateOnly ReferenceDate, int FiscalYear, bool Demonstration, IReadOnlyList<SectionPin> Sections, IReadOnlyList<CampaignDossier> Dossiers) : IEvent;
