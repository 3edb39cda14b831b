using System.Text.Json;

namespace Ptce.Reporting.Disclosure.Wire;

/// <summary>Tables to protect or to audit (tableaux à protéger). Cells with the same variable and the same codes outside totals are one cell, whatever the table.</summary>
/// <param name="Tables">The tables.</param>
/// <param name="Rules">Safety rules; what is left out keeps its default: 3 units, one contributor at most 85 %, ±10 %.</param>
/// <param name="Cost">What hiding a further cell costs: <c>unit</c> (default), <c>count</c> or <c>value</c>.</param>
/// <param name="TimeLimit">Effort of the optimiser, in solver seconds (1–300, default 30): deterministic work, about a second of one core each.</param>
internal sealed record ProtectionRequest(IReadOnlyList<TableInput?>? Tables, RulesInput? Rules = null, string? Cost = null, int? TimeLimit = null);

/// <summary>One table.</summary>
/// <param name="Name">Name, unique in the request.</param>
/// <param name="Dimensions">Dimensions, in the order of the cells' codes.</param>
/// <param name="Cells">Cells. A cell left out is empty; a margin left out is not published.</param>
/// <param name="Variable">What is measured; tables share cells when they measure the same (default: all do).</param>
/// <param name="Measure"><c>count</c> or <c>amount</c>; by default a table whose values are all equal to their counts is of counts.</param>
internal sealed record TableInput(string? Name, IReadOnlyList<DimensionInput?>? Dimensions, IReadOnlyList<CellInput?>? Cells, string? Variable = null, string? Measure = null);

/// <summary>One dimension: flat (<see cref="Codes"/>) or hierarchical (<see cref="Hierarchy"/>).</summary>
/// <param name="Name">Name.</param>
/// <param name="Total">Code of the total; left out, the dimension has none.</param>
/// <param name="Codes">Codes that add up to the total.</param>
/// <param name="Hierarchy">Parent → children; the total is the root.</param>
internal sealed record DimensionInput(string? Name, string? Total, IReadOnlyList<string?>? Codes = null, IReadOnlyDictionary<string, IReadOnlyList<string?>?>? Hierarchy = null);

/// <summary>One cell.</summary>
/// <param name="At">Its codes, one per dimension.</param>
/// <param name="Value">Its value.</param>
/// <param name="Count">Number of contributors; on a margin it may be left out and is then added up.</param>
/// <param name="Max">Largest contribution, in absolute value.</param>
/// <param name="Second">Second largest contribution, in absolute value.</param>
/// <param name="Contributors">Every contributor and its amount: then insiders (those who know their own amount) are considered too.</param>
/// <param name="Fixed"><c>true</c> or <c>"published"</c>: already public; <c>"suppressed"</c>: hidden by an earlier release and to stay so.</param>
/// <param name="Exempt">May be published by name: never unsafe, and known to all.</param>
/// <param name="Status">For an audit: <c>published</c>, <c>frequency</c>, <c>dominance</c> or <c>secondary</c>.</param>
internal sealed record CellInput(
    IReadOnlyList<string?>? At, decimal? Value, decimal? Count = null, decimal? Max = null, decimal? Second = null, IReadOnlyList<ContributorInput?>? Contributors = null,
    JsonElement? Fixed = null, bool Exempt = false, string? Status = null);

/// <summary>One contributor of a cell.</summary>
/// <param name="Id">Who: the same contributor has the same identifier in every cell.</param>
/// <param name="Amount">Its amount.</param>
internal sealed record ContributorInput(string? Id, decimal? Amount);

/// <summary>Safety rules (règles de secret).</summary>
/// <param name="MinCount">A cell of 1 to MinCount − 1 units is unsafe.</param>
/// <param name="Dominance">(n, k) rule.</param>
/// <param name="PPercent">p % rule: the second largest must not know the largest to within p %.</param>
/// <param name="Protection">Protection interval.</param>
/// <param name="Insiders">Whether contributors who know their own amount are attackers too; by default where contributors are listed.</param>
internal sealed record RulesInput(decimal? MinCount = null, DominanceInput? Dominance = null, decimal? PPercent = null, ProtectionInput? Protection = null, bool? Insiders = null);

/// <summary>(n, k) rule: the n largest hold at most k % of the cell.</summary>
/// <param name="N">Number of contributors, n.</param>
/// <param name="Percent">Share, k, percent 0–100.</param>
internal sealed record DominanceInput(int? N, decimal? Percent);

/// <summary>Protection interval: an attacker must not know an unsafe value to within ± percent of it.</summary>
/// <param name="Percent">Percent of the value.</param>
internal sealed record ProtectionInput(decimal? Percent);
