using Ptce.ServiceDefaults.Problems;

namespace Ptce.Survey.Answers;

/// <summary>One change of one answer, checked against the definition.</summary>
/// <param name="Id">Made by the client, once.</param>
/// <param name="Item">Item code.</param>
/// <param name="Row">Row inside a table.</param>
/// <param name="Table">Code of the table that the item is a column of, or is itself.</param>
/// <param name="Base">Revision of the answer that the change was made on; 0 when there was none.</param>
/// <param name="After">Instead of a base: the client's own earlier change of the same answer.</param>
/// <param name="Content">What it says.</param>
internal sealed record SheetChange(Guid Id, string Item, Guid? Row, string? Table, int Base, Guid? After, AnswerContent Content);

/// <summary>The fate of one change.</summary>
/// <param name="Id">The change.</param>
/// <param name="Outcome"><c>accepted</c>, <c>duplicate</c>, <c>conflict</c> or <c>refused</c>.</param>
/// <param name="Revision">Revision of the answer that stands.</param>
/// <param name="Cell">The answer that stands, where there is one.</param>
/// <param name="Refusal">Why it was refused.</param>
internal sealed record ChangeResult(Guid Id, string Outcome, int Revision, AnswerCell? Cell, FieldError? Refusal)
{
    public static ChangeResult Accepted(Guid id, AnswerCell cell) => new(id, "accepted", cell.Revision, cell, null);

    public static ChangeResult Duplicate(Guid id, AnswerCell cell) => new(id, "duplicate", cell.Revision, cell, null);

    public static ChangeResult Conflict(Guid id, AnswerCell cell) => new(id, "conflict", cell.Revision, cell, null);

    public static ChangeResult Refused(Guid id, FieldError why) => new(id, "refused", 0, null, why);
}
