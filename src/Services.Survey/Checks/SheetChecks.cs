using Ptce.Survey.Checks.Rules;

namespace Ptce.Survey.Checks;

/// <summary>Runs every rule of a section on its answers.</summary>
internal static class SheetChecks
{
    private static readonly Func<SheetContext, IEnumerable<Finding>>[] All =
        [DefinitionRules.Find, OpenConflict.Find, UnconfirmedAnswer.Find, ChangedByHalf.Find, DocumentWithoutSource.Find, ProjectRules.Find];

    public static SheetFindings Run(SheetContext context)
    {
        var findings = All.SelectMany(rule => rule(context)).OrderByDescending(f => f.Blocking).ToList();
        var report = context.Evaluation.Report;
        return new SheetFindings(findings, report.Answered, report.Expected, findings.TrueForAll(f => f.Rule != DefinitionRules.Required));
    }
}
