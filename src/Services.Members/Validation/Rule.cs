using Ptce.ServiceDefaults.Problems;

namespace Ptce.Members;

/// <summary>A rule of the domain that a value can break. The code is stable; texts are for people.</summary>
/// <param name="Code">Stable code, <c>area.thing.reason</c>.</param>
/// <param name="Fr">What is wrong, in French.</param>
/// <param name="En">What is wrong, in English.</param>
/// <param name="RemedyFr">What to do, in French.</param>
/// <param name="RemedyEn">What to do, in English.</param>
internal sealed record Rule(string Code, string Fr, string En, string RemedyFr, string RemedyEn)
{
    /// <summary>The rule broken at a place of a JSON request.</summary>
    public FieldError At(string pointer, string? value) => new(Code, new LocalText(Fr, En), new LocalText(RemedyFr, RemedyEn)) { Pointer = pointer, Value = value };

    /// <summary>The rule broken in a cell of a file.</summary>
    public FieldError At(int line, string column, string? value) => new(Code, new LocalText(Fr, En), new LocalText(RemedyFr, RemedyEn)) { Line = line, Column = column, Value = value };

    /// <summary>The rule broken by the whole request.</summary>
    public ProblemResult As(int status) => new Problem(Code, status, Fr, En).With(new FieldError(Code, new LocalText(Fr, En), new LocalText(RemedyFr, RemedyEn)));
}

/// <summary>A broken rule and where: the JSON member (camelCase, nested with <c>/</c>) and the value found.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Field">Member, e.g. <c>labels/0/label</c>.</param>
/// <param name="Value">The value found, null when it is missing.</param>
internal sealed record Violation(Rule Rule, string Field, string? Value);
