using System.Text;
using System.Text.Json;
using Ptce.Grid.Answers;
using Ptce.Grid.Canonical;
using Ptce.Grid.Definitions;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Survey.Answers;

/// <summary>
/// Reads a change as a client sent it. What does not fit its item is refused; what fits but breaks a rule over several items is stored and reported by
/// the checks, so that nothing a person typed is lost.
/// </summary>
internal static class AnswerReading
{
    private const int LongestText = 500;
    private const int LongestComment = 4_000;
    private const int MostExamples = 10;

    public static FieldError? Read(ChangeRequest sent, IndexedItem place, out AnswerContent? content)
    {
        content = null;
        if (!place.IsAsked)
            return AnswerProblems.NotAsked;
        if (place.Table is null != sent.Row is null)
            return sent.Row is null ? AnswerProblems.RowMissing : AnswerProblems.RowUnexpected;
        var provenance = sent.Provenance ?? Provenances.Typed;
        if (!Provenances.IsKnown(provenance))
            return AnswerProblems.UnknownProvenance with { Value = provenance };
        if (sent.Comment?.Length > LongestComment || sent.Source?.Length > LongestComment)
            return AnswerProblems.CommentTooLong;
        if (sent.Examples is { } examples && (examples.Count > MostExamples || examples.Any(e => e is null || e.Length > LongestText)))
            return AnswerProblems.TooManyExamples;
        if (ReadState(sent, place, out var state, out var value) is { } refused)
            return refused;
        content = new AnswerContent
        {
            State = state,
            Value = value,
            Comment = Clean(sent.Comment),
            Examples = [.. (sent.Examples ?? []).Select(Clean).OfType<string>()],
            Provenance = provenance,
            Source = Clean(sent.Source),
            Evidence = sent.Evidence ?? [],
        };
        return null;
    }

    private static FieldError? ReadState(ChangeRequest sent, IndexedItem place, out string state, out CopyValue? value)
    {
        value = null;
        var given = sent.Value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } json ? json : (JsonElement?)null;
        state = sent.State ?? (given is null ? AnswerStates.Empty : AnswerStates.Answered);
        if (place.IsTable)
            return state is AnswerStates.Removed && given is null ? null : AnswerProblems.TableHasNoValue;
        if (state is AnswerStates.NotApplicable or AnswerStates.Unknown or AnswerStates.Empty)
            return given is null ? null : AnswerProblems.ValueAndState;
        if (state is not AnswerStates.Answered || given is null)
            return AnswerProblems.UnknownState with { Value = state };
        var (read, error) = AnswerReader.Read(place.Section, place.Item, given.Value);
        if (error is not null)
            return new FieldError(error.Code, Local(error.Message), Local(error.Remedy)) { Value = error.Value };
        value = read;
        // An empty text or list is how a form says that nothing was entered.
        state = read is null ? AnswerStates.Empty : AnswerStates.Answered;
        return null;
    }

    private static LocalText Local(LocalizedText text) => new(text.Fr, text.En);

    private static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize(NormalizationForm.FormC);
}
