using System.Text.Json;
using System.Text.Json.Serialization;
using Ptce.Grid.Canonical;

namespace Ptce.Survey.Answers;

/// <summary>A batch of changes, e.g. the queue of a device that was offline.</summary>
/// <param name="Changes">At most 500.</param>
internal sealed record ChangesRequest(IReadOnlyList<ChangeRequest> Changes);

/// <summary>One change as sent; see docs/survey.md.</summary>
internal sealed record ChangeRequest
{
    public required Guid Id { get; init; }

    public required string Item { get; init; }

    public Guid? Row { get; init; }

    public int Base { get; init; }

    public Guid? After { get; init; }

    public JsonElement? Value { get; init; }

    public string? State { get; init; }

    public string? Comment { get; init; }

    public IReadOnlyList<string>? Examples { get; init; }

    public string? Provenance { get; init; }

    public string? Source { get; init; }

    public IReadOnlyList<EvidenceCitation>? Evidence { get; init; }
}

/// <summary>The fate of a batch.</summary>
/// <param name="Results">One for each change, in order.</param>
/// <param name="Revisions">Revision of each section that the batch touched.</param>
internal sealed record ChangesAnswer(IReadOnlyList<ChangeAnswer> Results, IReadOnlyDictionary<string, long> Revisions);

/// <summary>The fate of one change.</summary>
internal sealed record ChangeAnswer(Guid Id, string Outcome, int Revision, AnswerView? Server = null, string? Code = null, string? Message = null, string? Remedy = null);

/// <summary>An answer as clients read it.</summary>
internal sealed record AnswerView(
    string Item, Guid? Row, int Revision, string State,
    [property: JsonConverter(typeof(CopyValueJson))] CopyValue? Value,
    string? Comment, IReadOnlyList<string> Examples, string Provenance, string? Source, IReadOnlyList<EvidenceCitation> Evidence, string By, DateTime At)
{
    public static AnswerView Of(AnswerCell cell) => Of(cell.Item, cell.Row, cell.Revision, cell.Content, cell.By, cell.At);

    public static AnswerView Of(string item, Guid? row, int revision, AnswerContent content, string by, DateTime at) => new(
        item, row, revision, content.State, content.Value, content.Comment, content.Examples, content.Provenance, content.Source, content.Evidence, by, at);
}

/// <summary>A change that lost and waits for a choice.</summary>
internal sealed record ConflictView(Guid Change, string Item, Guid? Row, int Base, AnswerView Sent, AnswerView Server)
{
    public static IEnumerable<ConflictView> Of(AnswerCell cell) => cell.Conflicts.Select(lost =>
        new ConflictView(lost.Id, cell.Item, cell.Row, lost.Base, AnswerView.Of(cell.Item, cell.Row, lost.Base, lost.Content, lost.By, lost.At), AnswerView.Of(cell)));
}
