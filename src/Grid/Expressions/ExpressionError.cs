using Ptce.Grid.Definitions;

namespace Ptce.Grid.Expressions;

/// <summary>Why an expression cannot be read (erreur d'expression).</summary>
/// <param name="Code">Stable code, <c>grid.expression.…</c>.</param>
/// <param name="Column">Column of the character at fault, from 1.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to write instead.</param>
public sealed record ExpressionError(string Code, int Column, LocalizedText Message, LocalizedText Remedy);
