using Ptce.ServiceDefaults.Problems;

namespace Ptce.Survey.Checks;

/// <summary>What a check found (constat): a blocking error prevents submission, a warning must be answered.</summary>
/// <param name="Rule">Code of the rule.</param>
/// <param name="Blocking">A blocking error rather than a warning.</param>
/// <param name="Item">Item code.</param>
/// <param name="Row">Row, inside a table.</param>
/// <param name="Message">What is wrong, and the rule's reason.</param>
internal sealed record Finding(string Rule, bool Blocking, string Item, Guid? Row, LocalText Message);

/// <summary>What all checks of a section found, and how far it is filled.</summary>
/// <param name="Findings">Blocking errors first.</param>
/// <param name="Answered">Expected items that have an answer.</param>
/// <param name="Expected">Items that are shown and belong to the core or are required.</param>
/// <param name="Complete">Every required item that is shown has an answer.</param>
internal sealed record SheetFindings(IReadOnlyList<Finding> Findings, int Answered, int Expected, bool Complete)
{
    public int Blocking => Findings.Count(f => f.Blocking && f.Rule != SheetChecks.Required);

    public int Warnings => Findings.Count(f => !f.Blocking);
}
