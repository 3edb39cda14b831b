using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Answers;

namespace Ptce.Survey.Checks.Rules;

/// <summary>An answer said to come from a document that nobody can find again (warning): neither a source nor a piece of evidence is cited.</summary>
internal static class DocumentWithoutSource
{
    private static readonly LocalText Message = new(
        "La réponse vient d'un document : citez la pièce ou dites où cela se lit.", "The answer comes from a document: cite the evidence or say where it stands.");

    public static IEnumerable<Finding> Find(SheetContext context) => context.Sheet.Cells
        .Where(cell => cell.Content is { Provenance: "document", Source: null, Evidence.Count: 0 } && AnswerStates.IsAnswer(cell.Content.State))
        .Select(cell => new Finding("survey.check.document-without-source", false, cell.Item, cell.Row, Message, cell.Content.Comment is not null));
}
