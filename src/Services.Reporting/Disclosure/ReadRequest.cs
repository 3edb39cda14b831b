using Ptce.Reporting.Disclosure.Rules;
using Ptce.Reporting.Disclosure.Suppression;
using Ptce.Reporting.Disclosure.Tables;
using Ptce.Reporting.Disclosure.Wire;

namespace Ptce.Reporting.Disclosure;

/// <summary>Reads a request: tables judged by its rules, or refusals with pointers.</summary>
internal sealed record ReadRequest(LinkedTables Tables, SafetyRules Rules, CostFunction Cost, CostScale Scale, int Effort)
{
    private const int DefaultEffort = 30, LongestEffort = 300;

    /// <summary>Null when refused.</summary>
    public static ReadRequest? From(ProtectionRequest request, Refusals refusals)
    {
        var rules = ReadRules(request.Rules, refusals);
        CostFunction? cost = request.Cost switch { null or "unit" => CostFunction.Unit, "count" => CostFunction.Count, "value" => CostFunction.Value, _ => null };
        if (cost is null)
            refusals.Add("/cost", "cost.unknown", "Le coût est « unit », « count » ou « value ».", "The cost is \"unit\", \"count\" or \"value\".", request.Cost);
        if (request.TimeLimit is < 1 or > LongestEffort)
            refusals.Add("/timeLimit", "time-limit.range", $"L'effort va de 1 à {LongestEffort}.", $"The effort is from 1 to {LongestEffort}.");
        var tables = new TableReader(refusals).Read(request.Tables);
        if (tables is null || refusals.Any)
            return null;
        foreach (var cell in tables.Cells)
            cell.Sensitivity = rules.Judge(cell);
        if (ProblemBuilder.Scale(tables, cost!.Value) is { } scale)
            return new(tables, rules, cost.Value, scale, request.TimeLimit ?? DefaultEffort);
        refusals.Add("/tables", "cost.overflow", "Les valeurs sont trop grandes pour être additionnées exactement ; changez d'unité.", "The values are too large to be added exactly; change the unit.");
        return null;
    }

    private static SafetyRules ReadRules(RulesInput? input, Refusals refusals)
    {
        var rules = new SafetyRules();
        if (input is null)
            return rules;
        rules = rules with
        {
            MinCount = input.MinCount ?? rules.MinCount,
            DominantCount = input.Dominance?.N ?? rules.DominantCount,
            DominantPercent = input.Dominance?.Percent ?? rules.DominantPercent,
            PPercent = input.PPercent,
            ProtectionPercent = input.Protection?.Percent ?? rules.ProtectionPercent,
            Insiders = input.Insiders,
        };
        Check(rules.MinCount is >= 0 and <= 1000, "/rules/minCount", rules.MinCount, 0, 1000);
        Check(rules.DominantCount is >= 1 and <= 20, "/rules/dominance/n", rules.DominantCount, 1, 20);
        Check(rules.DominantPercent is > 0 and <= 100, "/rules/dominance/percent", rules.DominantPercent, 0, 100);
        Check(rules.PPercent is null or (> 0 and <= 100), "/rules/pPercent", rules.PPercent ?? 0, 0, 100);
        Check(rules.ProtectionPercent is > 0 and <= 1000, "/rules/protection/percent", rules.ProtectionPercent, 0, 1000);
        return rules;

        void Check(bool holds, string pointer, decimal value, int least, int most)
        {
            if (!holds)
                refusals.Add(pointer, "rules.range", $"Cette valeur va de {least} à {most}.", $"This value is from {least} to {most}.", Refusals.Number(value));
        }
    }
}
