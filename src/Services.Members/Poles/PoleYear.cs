using System.Text.Json;
using Ptce.Messaging.Storage;

namespace Ptce.Members.Poles;

/// <summary>How a pole counts its members in the year of a campaign, and whether T1 and T2 may name it.</summary>
internal record PoleYearFacts : Provenanced
{
    /// <summary>The rule by which it counts (règle de comptage), in its own words.</summary>
    public string? CountingRule { get; init; }

    /// <summary>False when the second circle cannot be counted: unknown, never 0.</summary>
    public bool? SecondCircleCountable { get; init; }

    /// <summary>Consent to be named in T1 and T2.</summary>
    public bool? ConsentTables { get; init; }

    /// <summary>Answers to extra items of the section's version, by code.</summary>
    public SortedDictionary<string, JsonElement>? Extras { get; init; }

    public FieldChecks Check(int year)
    {
        var checks = new FieldChecks();
        CheckProvenance(checks);
        return checks.Text(CountingRule, "countingRule", 300).Year(year, "year");
    }
}

/// <summary>A pole's year.</summary>
internal sealed class PoleYear : IVersioned
{
    public required string PoleKey { get; init; }

    public required int Year { get; init; }

    public required PoleYearFacts Facts { get; set; }

    public long Version { get; private set; }
}
