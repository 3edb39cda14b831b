using Ptce.ServiceDefaults.Problems;

namespace Ptce.Survey.Checks;

/// <summary>What a check found (constat): a blocking error prevents submission, a warning must be answered.</summary>
/// <param name="Rule">Code of the rule.</param>
/// <param name="Blocking">A blocking error rather than a warning.</param>
/// <param name="Item">Item code.</param>
/// <param name="Row">Row inside a table, or project of the register.</param>
/// <param name="Message">What is wrong, and the rule's reason.</param>
/// <param name="IsAnswered">A warning that the PTCE has answered with a comment.</param>
internal sealed record Finding(string Rule, bool Blocking, string Item, Guid? Row, LocalText Message, bool IsAnswered = false);

/// <summary>What all checks of a section found, and how far it is filled.</summary>
/// <param name="Findings">Blocking errors first.</param>
/// <param name="Answered">Items and cells shown and answered.</param>
/// <param name="Expected">Items and cells shown.</param>
/// <param name="Complete">Every required item that is shown has an answer.</param>
internal sealed record SheetFindings(IReadOnlyList<Finding> Findings, int Answered, int Expected, bool Complete)
{
    /// <summary>Blocking errors of what was entered; what is missing shows in <see cref="Complete"/>.</summary>
    public int Blocking => Findings.Count(f => f.Blocking && f.Rule != Rules.DefinitionRules.Required);

    /// <summary>Warnings that nobody has answered.</summary>
    public int Warnings => Findings.Count(f => f is { Blocking: false, IsAnswered: false });
}
