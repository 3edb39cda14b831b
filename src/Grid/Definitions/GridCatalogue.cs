using System.Collections.Concurrent;
using System.Collections.Frozen;
using Ptce.Grid.Rules;

namespace Ptce.Grid.Definitions;

/// <summary>All editions and section versions that a program knows (catalogue de la grille). Immutable: a publication makes a new catalogue.</summary>
public sealed class GridCatalogue
{
    private readonly FrozenDictionary<string, EditionDefinition> editions;
    private readonly FrozenDictionary<(string Key, int Version), SectionDefinition> sections;
    private readonly FrozenDictionary<(string From, string To), Crosswalk> crosswalks;
    private readonly ConcurrentDictionary<SectionDefinition, SectionRules> rules = new(ReferenceEqualityComparer.Instance);

    /// <summary>Builds a catalogue; a later definition with the same key replaces an earlier one.</summary>
    /// <param name="editions">Editions.</param>
    /// <param name="sections">Section versions; an owner in another service may keep its own elsewhere.</param>
    /// <param name="crosswalks">Crosswalks written by people; others are derived.</param>
    public GridCatalogue(IEnumerable<EditionDefinition> editions, IEnumerable<SectionDefinition> sections, IEnumerable<Crosswalk>? crosswalks = null)
    {
        this.editions = Last(editions, edition => edition.Key).ToFrozenDictionary(StringComparer.Ordinal);
        this.sections = Last(sections, section => (section.Key, section.Version)).ToFrozenDictionary();
        this.crosswalks = Last(crosswalks ?? [], crosswalk => (crosswalk.From, crosswalk.To)).ToFrozenDictionary();
        Editions = [.. this.editions.Values.OrderBy(edition => edition.Key, StringComparer.Ordinal)];
        Sections = [.. this.sections.Values.OrderBy(section => section.Key, StringComparer.Ordinal).ThenBy(section => section.Version)];
    }

    /// <summary>Editions by key.</summary>
    public IReadOnlyList<EditionDefinition> Editions { get; }

    /// <summary>Section versions by key and version.</summary>
    public IReadOnlyList<SectionDefinition> Sections { get; }

    /// <summary>The edition with a key, or null.</summary>
    /// <param name="key">Edition key, e.g. <c>2015</c>.</param>
    public EditionDefinition? Edition(string key) => editions.GetValueOrDefault(key);

    /// <summary>A section's version, or null.</summary>
    /// <param name="key">Section key.</param>
    /// <param name="version">Version.</param>
    public SectionDefinition? Section(string key, int version) => sections.GetValueOrDefault((key, version));

    /// <summary>The rules of a section's version, read at the first call and kept; null when the catalogue does not have it.</summary>
    /// <param name="key">Section key.</param>
    /// <param name="version">Version.</param>
    /// <exception cref="InvalidOperationException">The definition is wrong; what is published never is.</exception>
    public SectionRules? RulesOf(string key, int version) =>
        Section(key, version) is { } section ? rules.GetOrAdd(section, Compile) : null;

    /// <summary>A section as an edition pins it, or null.</summary>
    /// <param name="edition">Edition key.</param>
    /// <param name="section">Section key.</param>
    public SectionDefinition? SectionOf(string edition, string section) =>
        Edition(edition)?.Sections.FirstOrDefault(pin => pin.Section == section) is { } pin ? Section(pin.Section, pin.Version) : null;

    /// <summary>The crosswalk between two editions: as people wrote it, else derived from the definitions; null when an edition is not known.</summary>
    /// <param name="from">Earlier edition.</param>
    /// <param name="to">Later edition.</param>
    public Crosswalk? Crosswalk(string from, string to) =>
        crosswalks.TryGetValue((from, to), out var written) ? written
        : Edition(from) is { } before && Edition(to) is { } after ? CrosswalkDerivation.Derive(this, before, after)
        : null;

    private static SectionRules Compile(SectionDefinition section)
    {
        var (compiled, errors) = SectionRules.Compile(section);
        return compiled ?? throw new InvalidOperationException($"Section {section.Key} version {section.Version} is wrong at {errors[0].Item}: {errors[0].Message.En}");
    }

    private static Dictionary<TKey, T> Last<TKey, T>(IEnumerable<T> things, Func<T, TKey> key)
        where TKey : notnull
    {
        var result = new Dictionary<TKey, T>();
        foreach (var thing in things)
            result[key(thing)] = thing;
        return result;
    }
}
