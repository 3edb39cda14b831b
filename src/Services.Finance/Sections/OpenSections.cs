using Microsoft.EntityFrameworkCore;
using Ptce.Contracts.Survey;
using Ptce.Finance.Economics;
using Ptce.Messaging;

namespace Ptce.Finance.Sections;

/// <summary>
/// A campaign was opened: Finance notes its dossiers and opens the year of each pole. What can stay the same from one year to the next – the accounting
/// situation and the comparability flags – is pre-filled, marked <c>previous-year</c>, to be confirmed; amounts never are.
/// </summary>
internal sealed class OpenSections(FinanceDb db) : IConsume<CampaignOpened>
{
    public async Task HandleAsync(CampaignOpened e, EventContext context, CancellationToken ct)
    {
        if (e.Sections.SingleOrDefault(section => section.Owner == EconomicsSection.Owner) is not { } pin)
            return;
        var poles = e.Dossiers.Select(d => d.PoleKey).ToHashSet(StringComparer.Ordinal);
        var known = await db.Years.Where(y => (y.Year == e.FiscalYear || y.Year == e.FiscalYear - 1) && poles.Contains(y.PoleKey)).ToListAsync(ct);
        foreach (var opened in e.Dossiers)
        {
            var dossier = new OpenDossier
            {
                DossierId = opened.DossierId,
                CampaignId = e.CampaignId,
                PoleKey = opened.PoleKey,
                Section = pin.Section,
                SectionVersion = pin.Version,
                CampaignYear = e.Year,
                FiscalYear = e.FiscalYear,
            };
            db.Dossiers.Add(dossier);
            var year = known.Find(y => y.PoleKey == opened.PoleKey && y.Year == e.FiscalYear);
            var previous = known.Find(y => y.PoleKey == opened.PoleKey && y.Year == e.FiscalYear - 1);
            if (year is null && previous is not null)
                db.Years.Add(year = Prefill(opened.PoleKey, e.FiscalYear, previous));
            db.Announce(dossier, year, previous);
        }
    }

    private static EconomicYear Prefill(string poleKey, int fiscalYear, EconomicYear previous)
    {
        var year = EconomicYear.Open(poleKey, fiscalYear);
        year.Content = year.Content with
        {
            Situation = previous.Situation,
            PremisesIncluded = previous.PremisesIncluded,
            SupportIncluded = previous.SupportIncluded,
            SecondmentValued = previous.SecondmentValued,
            Provenance = Provenance.PreviousYear,
        };
        return year;
    }
}

/// <summary>A campaign was closed: its years are no longer edited.</summary>
internal sealed class CloseSections(FinanceDb db) : IConsume<CampaignClosed>
{
    public async Task HandleAsync(CampaignClosed e, EventContext context, CancellationToken ct)
    {
        foreach (var dossier in await db.Dossiers.Where(d => d.CampaignId == e.CampaignId).ToListAsync(ct))
            dossier.Closed = true;
    }
}
