using Ptce.Finance.Economics;
using Ptce.Finance.Economics.Checks;
using Ptce.Finance.Economics.Lines;
using Ptce.Finance.Economics.Perimeters;
using Ptce.Grid.Canonical;
using Ptce.ServiceDefaults.Sections;

namespace Ptce.Finance.Sections;

/// <summary>The section <c>economics</c> (fonctionnement économique): its state and its generic form.</summary>
internal static class EconomicsSection
{
    public const string Owner = "finance";
    public const string Key = "economics";
    public const int Version = 1;

    /// <summary>State of the working content. A warning counts while nobody answered it for the figures it is about.</summary>
    public static SectionHead Head(EconomicYear? year, EconomicYear? previous)
    {
        if (year is null)
            return new SectionHead(0, 0, 0, 0, Completeness.Asked, false);
        var checks = CheckEconomics.Run(year, previous);
        var filled = Completeness.Of(year);
        return new SectionHead(
            year.Revision,
            checks.Count(check => check.Severity is CheckSeverity.Blocking),
            checks.Count(check => check.Severity is CheckSeverity.Warning && !year.IsAnswered(check)),
            filled.Answered,
            filled.Expected,
            filled.Complete);
    }

    /// <summary>The copy of a year: one record for the year, one for each line.</summary>
    public static SectionCopy Copy(EconomicYear year, int campaignYear, int version) => new(
        Key,
        version,
        year.PoleKey,
        campaignYear,
        [],
        new Dictionary<string, IReadOnlyList<CopiedRecord>>
        {
            ["economics"] = [new CopiedRecord("economics", year.Provenance, YearValues(year))],
            ["line"] = [.. year.Lines.Select(line => new CopiedRecord(line.Key, line.Provenance, LineValues(line)))],
        });

    private static Dictionary<string, CopyValue> YearValues(EconomicYear year)
    {
        var values = new Dictionary<string, CopyValue>
        {
            ["forecast"] = CopyValue.Flag(year.Forecast),
            ["opens"] = CopyValue.Date(year.Opens),
            ["closes"] = CopyValue.Date(year.Closes),
        };
        Text(values, "situation", Wire<Situation>.Of(year.Situation));
        Text(values, "regime", year.Regime);
        Flag(values, "premisesIncluded", year.PremisesIncluded);
        Flag(values, "supportIncluded", year.SupportIncluded);
        Flag(values, "secondmentValued", year.SecondmentValued);
        Amount(values, "declaredIncome", year.DeclaredIncomeCents);
        Amount(values, "declaredExpenses", year.DeclaredExpensesCents);
        Text(values, "source", year.Source);
        Text(values, "comment", year.Comment);
        return values;
    }

    private static Dictionary<string, CopyValue> LineValues(EconomicLine line)
    {
        var values = new Dictionary<string, CopyValue>
        {
            ["line"] = CopyValue.Text(line.Line),
            ["side"] = CopyValue.Text(Wire<LineSide>.Of(line.Definition.Side)),
            ["group"] = CopyValue.Text(Wire<LineGroup>.Of(line.Definition.Group)),
            ["amount"] = CopyValue.Amount(line.Cents),
        };
        Text(values, "destination", Wire<Destination>.Of(line.Destination));
        Text(values, "funder", Wire<Funder>.Of(line.Funder));
        Text(values, "funderKey", line.FunderKey);
        Text(values, "perimeter", Wire<Perimeter>.Of(line.Perimeter));
        if (line.Definition.Side is LineSide.Income or LineSide.Expense || line.Premises)
            values["premises"] = CopyValue.Flag(line.Premises);
        Text(values, "source", line.Source);
        Text(values, "comment", line.Comment);
        return values;
    }

    private static void Text(Dictionary<string, CopyValue> values, string name, string? value)
    {
        if (value is not null)
            values[name] = CopyValue.Text(value);
    }

    private static void Flag(Dictionary<string, CopyValue> values, string name, bool? value)
    {
        if (value is { } flag)
            values[name] = CopyValue.Flag(flag);
    }

    private static void Amount(Dictionary<string, CopyValue> values, string name, long? cents)
    {
        if (cents is { } amount)
            values[name] = CopyValue.Amount(amount);
    }
}
