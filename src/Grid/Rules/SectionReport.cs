using System.Globalization;
using Ptce.Grid.Answers;
using Ptce.Grid.Canonical;
using Ptce.Grid.Definitions;

namespace Ptce.Grid.Rules;

/// <summary>What stands against a section's answers, and how far it is filled (bilan d'une rubrique).</summary>
/// <param name="Errors">Blocking errors, in the order of the items.</param>
/// <param name="Answered">Items and cells shown and answered, <i>unknown</i> and <i>not applicable</i> included.</param>
/// <param name="Expected">Items and cells shown.</param>
/// <param name="Complete">True when every core item shown is answered and nothing required is missing.</param>
public sealed record SectionReport(IReadOnlyList<GridError> Errors, int Answered, int Expected, bool Complete)
{
    internal static SectionReport Of(SectionRules rules, SectionEvaluation evaluation)
    {
        var errors = new List<GridError>();
        var answered = 0;
        var expected = 0;
        var complete = true;
        foreach (var item in rules.Items)
        {
            if (!item.IsAsked)
                continue;
            var rows = item.Table is null ? 1 : evaluation.RowsOf(item.Table).Count;
            for (var row = 0; row < rows; row++)
            {
                if (!evaluation.IsShown(item, row))
                    continue;
                expected++;
                var answer = evaluation.AnswerOf(item, row);
                var given = answer.State is not AnswerState.Empty || (item.IsTable && evaluation.RowsOf(item).Count > 0);
                if (given)
                    answered++;
                else
                    complete &= !item.Definition.Core && !evaluation.IsRequired(item, row);
                if (Check(rules, evaluation, item, row, answer, given) is { } error)
                    errors.Add(error);
            }
        }
        return new SectionReport(errors, answered, expected, complete);
    }

    private static GridError? Check(SectionRules rules, SectionEvaluation evaluation, CompiledItem item, int row, Answer answer, bool given)
    {
        var rowId = item.Table is null ? null : evaluation.RowsOf(item.Table)[row];
        if (!given)
            return evaluation.IsRequired(item, row) ? Required(item.Definition, rowId) : null;
        if (item.IsTable && CheckRows(item, evaluation.RowsOf(item).Count) is { } rows)
            return rows;
        if (answer.State is AnswerState.NotApplicable or AnswerState.Unknown)
            return null;
        if (item.ChoiceFilter is not null && Filtered(rules, evaluation, item, row, answer.Value) is { } value)
            return ChoiceFiltered(item.Definition, rowId, value);
        if (item.Constraint is not null && !item.Constraint.Holds(evaluation.Scope(item, row)))
            return Constraint(item.Definition, rowId, answer.Value);
        return null;
    }

    private static string? Filtered(SectionRules rules, SectionEvaluation evaluation, CompiledItem item, int row, CopyValue? value)
    {
        foreach (var chosen in value?.AsList ?? [value?.AsText ?? ""])
        {
            var choice = rules.Section.ChoicesOf(item.Definition).FirstOrDefault(candidate => candidate.Value == chosen);
            if (choice is not null && !evaluation.Offers(item, row, choice))
                return chosen;
        }
        return null;
    }

    private static GridError? CheckRows(CompiledItem table, int count)
    {
        var (minimum, maximum) = (table.Definition.Minimum, table.Definition.Maximum);
        if (count == 0 || (count >= (minimum ?? 0) && count <= (maximum ?? decimal.MaxValue)))
            return null;
        var (fr, en) = count < minimum ? ($"au moins {minimum:0}", $"at least {minimum:0}") : ($"au plus {maximum:0}", $"at most {maximum:0}");
        return new("grid.rule.rows", table.Code, null, count.ToString(CultureInfo.InvariantCulture),
            new LocalizedText($"Ce tableau compte {fr} lignes.", $"This table has {en} rows."),
            new LocalizedText("Ajouter ou retirer des lignes.", "Add or remove rows."));
    }

    private static GridError Required(ItemDefinition item, string? row) => new("grid.rule.required", item.Code, row, null,
        new LocalizedText("Une réponse est attendue.", "An answer is expected."),
        new LocalizedText("Répondre, ou dire « inconnu » ou « sans objet ».", "Answer, or say “unknown” or “not applicable”."));

    private static GridError ChoiceFiltered(ItemDefinition item, string? row, string value) => new("grid.rule.choice-not-offered", item.Code, row, value,
        new LocalizedText("Cette modalité n'est pas proposée avec les autres réponses données.", "This choice is not offered with the other answers given."),
        new LocalizedText("Choisir à nouveau, ou corriger l'autre réponse.", "Choose again, or correct the other answer."));

    private static GridError Constraint(ItemDefinition item, string? row, CopyValue? value) => new("grid.rule.constraint", item.Code, row, value?.ToString(),
        item.ConstraintMessage ?? new LocalizedText("La réponse n'est pas cohérente avec les autres.", "The answer is not consistent with the others."),
        item.Help ?? new LocalizedText("Corriger cette réponse, ou celle dont elle dépend.", "Correct this answer, or the one on which it depends."));
}
