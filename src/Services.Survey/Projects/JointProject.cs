using System.Text.Json;
using Ptce.Grid.Answers;
using Ptce.Grid.Canonical;
using Ptce.Messaging.Storage;
using Ptce.Survey.Answers;

namespace Ptce.Survey.Projects;

/// <summary>
/// A joint project (projet commun) of the register C4: at least two members, or one if the PTCE helped. Its items are defined as data by the section's
/// version; the client's code is its key in the signed copy.
/// </summary>
internal sealed class JointProject : IVersioned
{
    /// <summary>Kind of record in the section's definition and copy.</summary>
    public const string Kind = "project";

    /// <summary>Code of the items' group, stripped from field names in the copy.</summary>
    public const string Prefix = "C4.";

    /// <summary>UUIDv5 of dossier and code.</summary>
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>Given by the client, unique in the dossier.</summary>
    public required string Code { get; init; }

    /// <summary>JSON of <see cref="ProjectValues"/>.</summary>
    public string Document { get; private set; } = "{}";

    /// <summary>Who confirmed for which member (JSON).</summary>
    public IReadOnlyList<Confirmation> Confirmations { get; private set; } = [];

    public long Version { get; private set; }

    public ProjectValues Read() => JsonSerializer.Deserialize<ProjectValues>(Document, SheetContent.Json)!;

    /// <summary>Replaces the content. Confirmations fall: what was confirmed is no longer what stands.</summary>
    public void Write(ProjectValues values)
    {
        Document = JsonSerializer.Serialize(values, SheetContent.Json);
        Confirmations = [];
    }

    public bool SameAs(ProjectValues values) => Document == JsonSerializer.Serialize(values, SheetContent.Json);

    public void Confirm(Confirmation confirmation) =>
        Confirmations = [.. Confirmations.Where(c => c.Member != confirmation.Member).Append(confirmation).OrderBy(c => c.Member, StringComparer.Ordinal)];

    public bool IsConfirmed => Read().Partners.All(p => Confirmations.Any(c => c.Member == p.Member));

    /// <summary>The project's answers as the rules see them.</summary>
    public SectionAnswers Answers()
    {
        var values = Read();
        var answers = new SectionAnswers();
        foreach (var (item, content) in values.Items)
            answers.Set(item, null, content.ToAnswer());
        for (var n = 0; n < values.Partners.Count; n++)
        {
            var row = n.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);
            answers.Set("C4.partners.member", row, Answer.Of(CopyValue.Text(values.Partners[n].Member)));
            if (values.Partners[n].Role is { } role)
                answers.Set("C4.partners.role", row, Answer.Of(CopyValue.Text(role)));
        }
        return answers;
    }
}

/// <summary>What a project says.</summary>
/// <param name="Items">Answers by item code, sorted.</param>
/// <param name="Partners">Members that take part, sorted by key.</param>
internal sealed record ProjectValues(SortedDictionary<string, AnswerContent> Items, IReadOnlyList<Partner> Partners);

/// <summary>A member of a project.</summary>
/// <param name="Member">Member's key, as in the morphology's copy.</param>
/// <param name="Role">Role by the definition's list.</param>
internal sealed record Partner(string Member, string? Role);

/// <summary>A member's side says yes (confirmation).</summary>
/// <param name="Member">Member's key.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
internal sealed record Confirmation(string Member, string By, DateTime At);
