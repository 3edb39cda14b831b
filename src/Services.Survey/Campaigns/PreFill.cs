using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ptce.Grid.Answers;
using Ptce.Grid.Canonical;
using Ptce.Grid.Definitions;
using Ptce.Survey.Answers;
using Ptce.Survey.Checks;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Editions;
using Ptce.Survey.Sections;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Campaigns;

/// <summary>
/// Opens the sheets of new dossiers, filled from each pole's latest published version (préremplissage). Every answer taken over bears the provenance
/// <c>previous-year</c> until a person gives it again; what the new definition no longer accepts stays empty. Codes follow the crosswalk between editions.
/// </summary>
internal sealed class PreFill(SurveyDb db, OwnSections own, PublishedGrid grid)
{
    /// <summary>Who fills, in the history.</summary>
    public const string By = "pre-fill";

    private static readonly JsonSerializerOptions Values = new() { Converters = { new CopyValueJson() } };

    private sealed record Source(string PoleKey, int Year, string Edition, int Version, Dictionary<string, SectionCopy> Sections);

    public async Task RunAsync(Campaign campaign, IReadOnlyList<Dossier> dossiers, DateTime at, CancellationToken ct)
    {
        var sources = await ReadSourcesAsync(campaign, ct);
        var catalogue = await grid.ReadAsync(ct);
        foreach (var dossier in dossiers)
        {
            foreach (var section in dossier.Sections.Where(s => s.Owner == OwnSections.Owner))
            {
                var index = await own.IndexAsync(section, ct);
                var content = SheetContent.Empty;
                Dictionary<string, decimal> lastYear = [];
                if (sources.GetValueOrDefault(dossier.PoleKey) is { } source && source.Sections.GetValueOrDefault(section.Section) is { } copy)
                    lastYear = Fill(dossier, index, content, copy, source, catalogue.Crosswalk(source.Edition, campaign.Edition), at);
                var revision = Store(dossier, section, content, lastYear, at);
                var found = SheetChecks.Run(new SheetContext(index, content, campaign.ReferenceDate, lastYear, []));
                dossier.Learn(section, new SectionCounts(revision, found.Blocking, found.Warnings, found.Answered, found.Expected, found.Complete));
            }
        }
    }

    private long Store(Dossier dossier, SectionOfDossier section, SheetContent content, Dictionary<string, decimal> lastYear, DateTime at)
    {
        if (content.Entries.Count == 0)
            return 0;
        var sheet = new AnswerSheet { DossierId = dossier.Id, Section = section.Section, LastYear = lastYear };
        sheet.Write(content);
        db.Sheets.Add(sheet);
        db.Batches.Add(new AnswerBatch
        {
            DossierId = dossier.Id, Section = section.Section, Revision = sheet.Revision, By = By, At = at, Entries = JsonSerializer.Serialize(content.Entries, SheetContent.Json),
        });
        return sheet.Revision;
    }

    private async Task<Dictionary<string, Source>> ReadSourcesAsync(Campaign campaign, CancellationToken ct)
    {
        var poles = campaign.Poles;
        var known = await (from d in db.Dossiers.AsNoTracking()
                           join c in db.Campaigns on d.CampaignId equals c.Id
                           join v in db.Versions on new { DossierId = d.Id, Number = d.PublishedVersion } equals new { v.DossierId, v.Number }
                           where poles.Contains(d.PoleKey) && c.Year < campaign.Year && c.Demonstration == campaign.Demonstration
                           select new { d.Id, d.PoleKey, c.Year, c.Edition, v.Attempt, v.Number }).ToListAsync(ct);
        var latest = known.GroupBy(k => k.PoleKey, StringComparer.Ordinal).Select(g => g.MaxBy(k => k.Year)!).ToList();
        var ids = latest.Select(k => k.Id).ToList();
        var copies = (await db.Copies.AsNoTracking().Where(c => ids.Contains(c.DossierId) && c.Signed).ToListAsync(ct)).ToLookup(c => (c.DossierId, c.Attempt));
        return latest.ToDictionary(k => k.PoleKey, k => new Source(k.PoleKey, k.Year, k.Edition, k.Number,
            copies[(k.Id, k.Attempt)].ToDictionary(c => c.Section, c => SectionCopy.Parse(c.Content), StringComparer.Ordinal)), StringComparer.Ordinal);
    }

    private static Dictionary<string, decimal> Fill(Dossier dossier, SectionIndex index, SheetContent content, SectionCopy copy, Source source, Crosswalk? crosswalk, DateTime at)
    {
        var lastYear = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var from = $"{source.Year}, version {source.Version}";
        foreach (var item in copy.Items)
        {
            if (CodeNow(copy.Section, item.Code, crosswalk) is not { } code || index.Find(code) is not { Table: null } place)
                continue;
            Take(content, dossier, place, null, item.State, item.Value, from, item.Examples ?? [], at);
            if (item.Value?.AsDecimal is { } number && place.Item.Type is ItemType.Integer or ItemType.Decimal or ItemType.Amount or ItemType.Percentage)
                lastYear[code] = number;
        }
        foreach (var (table, rows) in copy.Records)
        {
            foreach (var row in rows)
            {
                var id = DossierIdentity.Of(dossier.Id, $"row/{table}/{row.Key}");
                foreach (var (column, value) in row.Values)
                {
                    if (CodeNow(copy.Section, column, crosswalk) is { } code && index.Find(code) is { Table: not null, IsTable: false } place)
                        Take(content, dossier, place, id, AnswerStates.Answered, value, from, [], at);
                }
            }
        }
        return lastYear;
    }

    // Without a line in the crosswalk a code means what it meant; a line may rename it, end it, or say that it cannot be compared.
    private static string? CodeNow(string section, string code, Crosswalk? crosswalk) =>
        crosswalk?.Entries.FirstOrDefault(e => e.Section == section && e.From == code) is { } line
            ? line.Comparability == Comparability.NotComparable ? null : line.To
            : code;

    private static void Take(
        SheetContent content, Dossier dossier, IndexedItem place, Guid? row, string state, CopyValue? value, string from, IReadOnlyList<string> examples, DateTime at)
    {
        if (value is { } old)
        {
            var (read, error) = AnswerReader.Read(place.Section, place.Item, JsonSerializer.SerializeToElement(old, Values));
            if (error is not null || read is null)
                return;
            value = read;
        }
        var answer = new AnswerContent { State = state, Value = value, Provenance = Provenances.PreviousYear, Source = from, Examples = examples };
        var change = DossierIdentity.Of(dossier.Id, $"pre-fill/{place.Item.Code}/{row}");
        content.Apply(new SheetChange(change, place.Item.Code, row, place.Table?.Code, 0, null, answer), By, at);
    }
}
