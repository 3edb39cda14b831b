using Ptce.Grid.Definitions;

namespace Ptce.Grid.Answers;

/// <summary>Something that stands against an answer or a definition (erreur), in words that help.</summary>
/// <param name="Code">Stable code, <c>grid.…</c>.</param>
/// <param name="Item">Item code; for a definition, the place in it, e.g. <c>G8.fte/constraint</c>.</param>
/// <param name="Row">Row of a table; null outside.</param>
/// <param name="Value">What was given, shortened; null when nothing was.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Column">Column in an expression, from 1; null elsewhere.</param>
public sealed record GridError(string Code, string Item, string? Row, string? Value, LocalizedText Message, LocalizedText Remedy, int? Column = null);
