using Ptce.Reporting.Facts;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Releases;

/// <summary>What a report says of itself before its first figure.</summary>
/// <param name="Year">Year of the campaign.</param>
/// <param name="Edition">Edition of the grid.</param>
/// <param name="ReferenceDate">Date at which morphology is told.</param>
/// <param name="FiscalYear">Calendar year in which the fiscal year closed.</param>
/// <param name="Demonstration">Nothing in it is evidence.</param>
/// <param name="Participants">Poles invited.</param>
/// <param name="Poles">Poles with a signed version.</param>
/// <param name="Notes">Data notes on signed versions, with the pole they are about.</param>
internal sealed record ReleaseHead(
    int Year,
    string Edition,
    DateOnly ReferenceDate,
    int FiscalYear,
    bool Demonstration,
    int Participants,
    IReadOnlyList<ReleasePole> Poles,
    IReadOnlyList<ReleaseNote> Notes)
{
    public static ReleaseHead Of(CampaignFacts campaign) => new(
        campaign.Year,
        campaign.Edition,
        campaign.ReferenceDate,
        campaign.FiscalYear,
        campaign.Demonstration,
        campaign.Participants,
        [.. campaign.Poles.Select(pole => new ReleasePole(pole.Key, pole.Name, pole.Version, pole.Digest, pole.Consents))],
        [.. campaign.Poles.SelectMany(pole => pole.Notes.Select(note => new ReleaseNote(pole.Key, new Label(note.Fr, note.En), pole.Consents ? Visibility.Public : Visibility.Restricted)))]);
}

/// <summary>A signed version that the release rests on.</summary>
internal sealed record ReleasePole(string Key, string Name, int Version, string Digest, bool Consents);

/// <summary>A data note; it names its pole, so others read it with that pole's consent only.</summary>
internal sealed record ReleaseNote(string Pole, Label Text, Visibility Visibility);
