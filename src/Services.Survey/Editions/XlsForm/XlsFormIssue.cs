using Ptce.Grid.Definitions;

namespace Ptce.Survey.Editions.XlsForm;

/// <summary>Something in a workbook that cannot be taken over as it stands.</summary>
/// <param name="Code">Stable code <c>survey.xlsform.…</c>, or that of the definition or expression.</param>
/// <param name="Sheet">Sheet.</param>
/// <param name="Row">Row as the spreadsheet numbers it; null for the whole sheet.</param>
/// <param name="Column">Header of the column; null for the whole row.</param>
/// <param name="Value">Content of the cell, shortened.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record XlsFormIssue(string Code, string Sheet, int? Row, string? Column, string? Value, LocalizedText Message, LocalizedText Remedy);
