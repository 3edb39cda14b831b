using Ptce.ServiceDefaults.Problems;
using Ptce.ServiceDefaults.Sections;
using Ptce.Survey.Dossiers;

namespace Ptce.Survey.Sections;

/// <summary>
/// Asks the owners how their sections stand at this moment: news by events may still be on their way when somebody hands in, accepts or signs.
/// </summary>
internal sealed class OwnerHeads(SectionOwners owners)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Reads the heads of sections and lets the dossier learn them. A problem when an owner does not answer: nothing is decided then.</summary>
    public async Task<ProblemResult?> LearnAsync(Dossier dossier, IEnumerable<SectionOfDossier> sections, CancellationToken ct)
    {
        // Our own sections are written in the same transaction as the dossier: the row is the head.
        var others = sections.Where(s => s.Owner != OwnSections.Owner).ToList();
        var heads = await Task.WhenAll(others.Select(section => ReadAsync(dossier.Id, section, ct)));
        foreach (var (section, (head, silent)) in others.Zip(heads))
        {
            if (head is null)
                return (silent ? DossierProblems.OwnerUnreachable : DossierProblems.SectionNotOpenYet).With(new FieldError("survey.owner.section",
                    new LocalText($"Volet : {section.Section} ; service : {section.Owner}.", $"Section: {section.Section}; service: {section.Owner}.")) { Value = section.Section });
            dossier.Learn(section, new SectionCounts(head.Revision, head.Blocking, head.Warnings, head.Answered, head.Expected, head.Complete));
        }
        return null;
    }

    private async Task<(SectionHead? Head, bool Silent)> ReadAsync(Guid dossier, SectionOfDossier section, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            return (await owners.Get(section.Owner).ReadHeadAsync(dossier, section.Section, limit.Token), false);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            // Refused connection, time-out, open circuit, 5xx: whatever it is, the owner did not answer.
            return (null, true);
        }
    }
}
