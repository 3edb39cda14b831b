using System.Collections.Frozen;
using Ptce.Grid.Answers;
using Ptce.Grid.Definitions;

namespace Ptce.Grid.Rules;

/// <summary>
/// The rules of one section's version (règles), read once and shared: what is shown, what is required, what must hold. Immutable
/// and safe for any number of threads.
/// </summary>
public sealed class SectionRules
{
    private readonly FrozenDictionary<string, SectionRules> records;

    private SectionRules(SectionDefinition section, List<CompiledItem> items, FrozenDictionary<string, SectionRules> records)
    {
        Section = section;
        Items = items;
        this.records = records;
        ByCode = items.ToFrozenDictionary(item => item.Code, StringComparer.Ordinal);
    }

    /// <summary>The definition.</summary>
    public SectionDefinition Section { get; }

    internal IReadOnlyList<CompiledItem> Items { get; }

    internal FrozenDictionary<string, CompiledItem> ByCode { get; }

    /// <summary>Reads a definition's rules.</summary>
    /// <param name="section">Definition.</param>
    /// <returns>The rules, or everything that is wrong with the definition.</returns>
    public static (SectionRules? Rules, IReadOnlyList<GridError> Errors) Compile(SectionDefinition section)
    {
        var errors = DefinitionCheck.Of(section).ToList();
        var own = CompileGroups(section, null, errors);
        var records = section.Groups.Select(group => group.Record).OfType<string>().Distinct(StringComparer.Ordinal)
            .ToDictionary(kind => kind, kind => CompileGroups(section, kind, errors), StringComparer.Ordinal);
        if (errors.Count > 0)
            return (null, errors);
        var none = FrozenDictionary<string, SectionRules>.Empty;
        return (new SectionRules(section, own, records.ToFrozenDictionary(pair => pair.Key, pair => new SectionRules(section, pair.Value, none), StringComparer.Ordinal)), []);
    }

    /// <summary>The rules of the items attached to one kind of typed record, or null when there are none.</summary>
    /// <param name="kind">Kind of record, e.g. <c>organisation</c>.</param>
    public SectionRules? OfRecord(string kind) => records.GetValueOrDefault(kind);

    /// <summary>Evaluates all rules over some answers.</summary>
    /// <param name="answers">Answers of the section, or of one record.</param>
    /// <param name="today">Day that <c>today()</c> gives.</param>
    public SectionEvaluation Evaluate(SectionAnswers answers, DateOnly today) => new(this, answers, today);

    private static List<CompiledItem> CompileGroups(SectionDefinition section, string? record, List<GridError> errors)
    {
        var compiler = new RulesCompiler(section.Groups.Where(group => group.Record == record));
        var items = compiler.Compile();
        errors.AddRange(compiler.Errors);
        return items;
    }
}
