using Ptce.ServiceDefaults.Problems;
using Ptce.Survey.Answers;

namespace Ptce.Survey.Checks.Rules;

/// <summary>
/// An answer taken over from last year that nobody has confirmed (warning). A comment does not answer it: only giving the answer again, from a source of this
/// year, does.
/// </summary>
internal static class UnconfirmedAnswer
{
    private static readonly LocalText Message = new(
        "Réponse reprise de l'année précédente : confirmez-la ou corrigez-la.", "Answer taken over from last year: confirm or correct it.");

    public static IEnumerable<Finding> Find(SheetContext context) => context.Sheet.Cells
        .Where(cell => cell.Content.Provenance == Provenances.PreviousYear && AnswerStates.IsAnswer(cell.Content.State))
        .Select(cell => new Finding("survey.check.unconfirmed", false, cell.Item, cell.Row, Message));
}
