using Ptce.Survey.Projects;

namespace Ptce.Survey.Checks.Rules;

/// <summary>The definition's rules on each project of the register (blocking), e.g. at least two members, or one if the PTCE helped it.</summary>
internal static class ProjectRules
{
    public static IEnumerable<Finding> Find(SheetContext context)
    {
        if (context.Index.Rules.OfRecord(JointProject.Kind) is not { } rules)
            yield break;
        foreach (var project in context.Projects)
        {
            // A project that lacks something required is an error of the register, not a question still open.
            foreach (var error in rules.Evaluate(project.Answers(), context.Day).Report.Errors)
                yield return DefinitionRules.Of(error, project.Id) with { Rule = "survey.check.project/" + error.Code };
        }
    }
}
