using Microsoft.EntityFrameworkCore;
using Ptce.Survey.Dossiers;
using Ptce.Survey.Projects;
using Ptce.Survey.Sections;
using Ptce.Survey.Storage;

namespace Ptce.Survey.Answers;

/// <summary>The sheets of one dossier that a use case has opened, each read once.</summary>
internal sealed class OpenSheets(SurveyDb db, OwnSections own, Dossier dossier)
{
    private readonly Dictionary<string, OpenSheet> open = new(StringComparer.Ordinal);

    /// <summary>The sheet of the section that has an item, or null when no section kept here has it.</summary>
    public async Task<OpenSheet?> WithItemAsync(string item, CancellationToken ct)
    {
        foreach (var section in dossier.Sections.Where(s => s.Owner == OwnSections.Owner))
        {
            if ((await own.IndexAsync(section, ct)).Find(item) is not null)
                return await OpenAsync(section, ct);
        }
        return null;
    }

    /// <summary>All sheets of the dossier.</summary>
    public async Task<IReadOnlyList<OpenSheet>> AllAsync(CancellationToken ct)
    {
        foreach (var section in dossier.Sections.Where(s => s.Owner == OwnSections.Owner))
            await OpenAsync(section, ct);
        return [.. open.Values];
    }

    public IEnumerable<OpenSheet> Changed() => open.Values.Where(s => s.IsChanged);

    /// <summary>The ids of all changes that the history of a section knows.</summary>
    public async Task<IReadOnlySet<Guid>> PastAsync(OpenSheet sheet, CancellationToken ct)
    {
        if (sheet.Past is not null)
            return sheet.Past;
        var batches = await db.Batches.AsNoTracking().Where(b => b.DossierId == dossier.Id && b.Section == sheet.Section.Section).ToListAsync(ct);
        return sheet.Past = batches.SelectMany(b => b.Read()).Select(e => e.Change).ToHashSet();
    }

    private async Task<OpenSheet> OpenAsync(SectionOfDossier section, CancellationToken ct)
    {
        if (open.TryGetValue(section.Section, out var known))
            return known;
        var sheet = await db.Sheets.FindAsync([dossier.Id, section.Section], ct) ?? new AnswerSheet { DossierId = dossier.Id, Section = section.Section };
        var index = await own.IndexAsync(section, ct);
        return open[section.Section] = new OpenSheet(section, index, sheet, sheet.Read(), await own.ProjectsAsync(dossier.Id, index, ct));
    }
}

/// <summary>One section's sheet under change.</summary>
internal sealed record OpenSheet(SectionOfDossier Section, SectionIndex Index, AnswerSheet Sheet, SheetContent Content, List<JointProject> Projects)
{
    private readonly List<AnswerEntry> besides = [];
    private bool touched;

    public bool IsChanged => touched || Content.Entries.Count > 0;

    /// <summary>What goes into the history.</summary>
    public IReadOnlyList<AnswerEntry> Entries => [.. Content.Entries, .. besides];

    /// <summary>Something beside the answers changed: the register of projects.</summary>
    public void Touch(IEnumerable<AnswerEntry> entries)
    {
        touched = true;
        besides.AddRange(entries);
    }

    /// <summary>Change ids of the history, once asked for.</summary>
    public IReadOnlySet<Guid>? Past { get; set; }

}
