using Ptce.Grid.Canonical;
using Ptce.Reporting.Figures;

namespace Ptce.Reporting.Facts;

/// <summary>One line of a budget (ligne budgétaire).</summary>
/// <param name="Code">Line of the harmonised catalogue, e.g. <c>S.REG</c>.</param>
/// <param name="Side"><c>income</c>, <c>expense</c>, <c>contribution</c>, <c>use</c>, <c>equity</c>, <c>effect</c>.</param>
/// <param name="Group">Group of an income line: <c>grants</c>, <c>internal</c>, <c>external</c>, <c>unresolved</c>, <c>other</c>.</param>
/// <param name="Amount">EUR.</param>
/// <param name="Perimeter">Innermost perimeter that counts the line: <c>coordinator</c>, <c>support</c>, <c>leader</c>.</param>
/// <param name="Premises">The line belongs to the premises.</param>
/// <param name="Destination">What the money is for: <c>coordination</c>, <c>support</c>, <c>premises</c>, <c>projects</c>, <c>other</c>.</param>
/// <param name="Funder">Funder of a grant in the closed list of the subsidy form.</param>
/// <param name="Origin">What it rests on.</param>
internal sealed record BudgetLine(
    string Code,
    string Side,
    string Group,
    decimal Amount,
    string? Destination,
    string? Funder,
    string? Perimeter,
    bool Premises,
    Provenance Origin)
{
    private const string PremisesDestination = "premises";

    public static BudgetLine Read(CopiedRecord record)
    {
        var code = record["line"]?.AsText ?? throw new FormatException($"Line {record.Key} has no code.");
        var destination = record["destination"]?.AsText;
        return new(
            code,
            record["side"]?.AsText ?? throw new FormatException($"Line {record.Key} has no side."),
            record["group"]?.AsText ?? GroupOf(code),
            record["amount"]?.AsDecimal ?? throw new FormatException($"Line {record.Key} has no amount."),
            destination,
            record["funder"]?.AsText,
            record["perimeter"]?.AsText,
            record["premises"]?.AsFlag ?? (destination == PremisesDestination || code is "I.LOY" or "E.LOY" or "P.NV.LOY"),
            Provenances.Read(record.OriginOf("amount")));
    }

    /// <summary>For a copy that does not carry the group: the first letters of the code say it.</summary>
    private static string GroupOf(string code) => code switch
    {
        "S.INV" => "other",
        _ when code.StartsWith("S.", StringComparison.Ordinal) => "grants",
        _ when code.StartsWith("I.", StringComparison.Ordinal) => "internal",
        _ when code.StartsWith("E.", StringComparison.Ordinal) => "external",
        _ when code.StartsWith("P.", StringComparison.Ordinal) => "unresolved",
        _ => "other",
    };
}
