using Microsoft.EntityFrameworkCore;
using Ptce.Grid.Canonical;
using Ptce.Survey.Answers;
using Ptce.Survey.Campaigns;
using Ptce.Survey.Checks;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Editions;
using Ptce.Survey.Projects;
using Ptce.Survey.SignOff;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Sections;

/// <summary>
/// The sections that Survey itself owns. Their copies are stored in the commit that requests the candidate, and marked signed in the commit that signs:
/// no message is needed between a service and itself.
/// </summary>
internal sealed class OwnSections(SurveyDb db, PublishedGrid grid)
{
    /// <summary>This service as an owner.</summary>
    public const string Owner = "survey";

    public async Task<SectionIndex> IndexAsync(SectionOfDossier section, CancellationToken ct) =>
        await grid.SectionAsync(section.Section, section.DefinitionVersion, ct) is { } definition
            ? SectionIndex.Of(definition)
            : throw new InvalidOperationException($"Section {section.Section} version {section.DefinitionVersion} is pinned and not in the grid.");

    /// <summary>Whether a section has an item. What others own they know best: any code goes.</summary>
    public async Task<bool> HasItemAsync(SectionOfDossier section, string item, CancellationToken ct) =>
        section.Owner != Owner || (await IndexAsync(section, ct)).Definition.Find(item) is not null;

    /// <summary>What the checks of a section look at.</summary>
    public async Task<SheetContext> ContextAsync(SectionIndex index, AnswerSheet? sheet, Guid dossier, Campaign campaign, CancellationToken ct) =>
        new(index, sheet?.Read() ?? SheetContent.Empty, campaign.ReferenceDate, sheet?.LastYear ?? new Dictionary<string, decimal>(), await ProjectsAsync(dossier, index, ct));

    /// <summary>The register of joint projects, where the section has one.</summary>
    public async Task<List<JointProject>> ProjectsAsync(Guid dossier, SectionIndex index, CancellationToken ct) =>
        index.Rules.OfRecord(JointProject.Kind) is null ? [] : await db.Projects.Where(p => p.DossierId == dossier).OrderBy(p => p.Code).ToListAsync(ct);

    public async Task StoreCopiesAsync(Dossier dossier, Campaign campaign, Candidate candidate, CancellationToken ct)
    {
        foreach (var pinned in candidate.Sections.Where(s => s.Owner == Owner).ToList())
        {
            var section = dossier.Section(pinned.Section)!;
            var index = await IndexAsync(section, ct);
            var sheet = await db.Sheets.FindAsync([dossier.Id, pinned.Section], ct);
            var context = await ContextAsync(index, sheet, dossier.Id, campaign, ct);
            var bytes = SheetCopy.Compose(context, dossier.PoleKey, campaign.Year).ToCanonical();
            var copy = new StoredCopy(sheet?.Revision ?? 0, ContentDigest.Of(bytes), bytes.LongLength, SheetChecks.Run(context).Blocking);
            db.Copies.Add(new StoredSection { DossierId = dossier.Id, Attempt = candidate.Attempt, Section = pinned.Section, Digest = copy.Digest, Content = bytes });
            dossier.CopyStored(candidate.Attempt, pinned.Section, copy, campaign);
        }
    }

    public async Task DropCopiesAsync(Candidate candidate, CancellationToken ct)
    {
        await db.Copies.Where(c => c.DossierId == candidate.DossierId && c.Attempt == candidate.Attempt && !c.Signed).LoadAsync(ct);
        db.Copies.RemoveRange(db.Copies.Local.Where(c => c.DossierId == candidate.DossierId && c.Attempt == candidate.Attempt && !c.Signed));
    }

    public async Task<IReadOnlyList<StoredSection>> MarkSignedAsync(SignedVersion version, CancellationToken ct)
    {
        var copies = await db.Copies.Where(c => c.DossierId == version.DossierId && c.Attempt == version.Attempt).OrderBy(c => c.Section).ToListAsync(ct);
        copies.ForEach(c => c.MarkSigned());
        return copies;
    }
}
