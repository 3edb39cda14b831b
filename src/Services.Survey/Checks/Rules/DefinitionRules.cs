using Ptce.Grid.Answers;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.Survey.Checks.Rules;

/// <summary>The rules that the section's definition holds as data: required, constraint, choice filter, number of rows.</summary>
internal static class DefinitionRules
{
    /// <summary>Rule of an answer that is missing: it keeps a section from being complete and is not an error of what was entered.</summary>
    public const string Required = "grid.rule.required";

    public static IEnumerable<Finding> Find(SheetContext context) => context.Evaluation.Report.Errors
        .Select(error => Of(error, error.Row is null ? null : Guid.Parse(error.Row)));

    public static Finding Of(GridError error, Guid? row) => new(error.Code, true, error.Item, row, new LocalText(error.Message.Fr, error.Message.En));
}
