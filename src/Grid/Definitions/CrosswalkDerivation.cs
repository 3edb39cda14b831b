namespace Ptce.Grid.Definitions;

/// <summary>
/// A crosswalk that nobody wrote, by the definitions alone: same code and type is comparable; with other choices, bounds or
/// unit comparable with a note; anything else is not. People overrule it by writing one.
/// </summary>
internal static class CrosswalkDerivation
{
    private static readonly LocalizedText New = new("Nouvel item.", "New item.");
    private static readonly LocalizedText Gone = new("Item retiré.", "Item retired.");
    private static readonly LocalizedText OtherType = new("Le type de réponse a changé.", "The type of answer has changed.");
    private static readonly LocalizedText OtherUnit = new("L’unité a changé.", "The unit has changed.");

    public static Crosswalk Derive(GridCatalogue catalogue, EditionDefinition from, EditionDefinition to)
    {
        var entries = new List<CrosswalkEntry>();
        foreach (var section in to.Sections.Concat(from.Sections).Select(pin => pin.Section).Distinct(StringComparer.Ordinal))
            entries.AddRange(OfSection(section, catalogue.SectionOf(from.Key, section), catalogue.SectionOf(to.Key, section)));
        return new Crosswalk(from.Key, to.Key, entries);
    }

    private static IEnumerable<CrosswalkEntry> OfSection(string key, SectionDefinition? before, SectionDefinition? after)
    {
        foreach (var item in after?.AllItems() ?? [])
        {
            yield return before?.Find(item.Code) is { } earlier
                ? OfItem(key, before, earlier, after!, item)
                : Entry(key, null, item.Code, Comparability.NotComparable, New);
        }
        foreach (var item in before?.AllItems() ?? [])
        {
            if (after?.Find(item.Code) is null)
                yield return Entry(key, item.Code, null, Comparability.NotComparable, Gone);
        }
    }

    private static CrosswalkEntry OfItem(string section, SectionDefinition before, ItemDefinition earlier, SectionDefinition after, ItemDefinition later)
    {
        if (earlier.Type != later.Type)
            return Entry(section, earlier.Code, later.Code, Comparability.NotComparable, OtherType);
        if (earlier.Unit != later.Unit)
            return Entry(section, earlier.Code, later.Code, Comparability.NotComparable, OtherUnit);
        var added = Missing(after.ChoicesOf(later), before.ChoicesOf(earlier));
        var removed = Missing(before.ChoicesOf(earlier), after.ChoicesOf(later));
        return added.Count + removed.Count == 0
            ? Entry(section, earlier.Code, later.Code, Comparability.Comparable)
            : Entry(section, earlier.Code, later.Code, Comparability.ComparableWithNote, new LocalizedText(
                Sentences("Modalités ajoutées : ", "Modalités retirées : ", added, removed, label => label.Fr),
                Sentences("Choices added: ", "Choices removed: ", added, removed, label => label.En)));
    }

    private static List<Choice> Missing(IReadOnlyList<Choice> here, IReadOnlyList<Choice> there) =>
        [.. here.Where(choice => there.All(other => other.Value != choice.Value))];

    private static string Sentences(string addedStart, string removedStart, List<Choice> added, List<Choice> removed, Func<LocalizedText, string> word) =>
        string.Join(' ', new[] { (addedStart, added), (removedStart, removed) }
            .Where(part => part.Item2.Count > 0)
            .Select(part => part.Item1 + string.Join(", ", part.Item2.Select(choice => word(choice.Label))) + "."));

    private static CrosswalkEntry Entry(string section, string? from, string? to, Comparability comparability, LocalizedText? note = null) =>
        new() { Section = section, From = from, To = to, Comparability = comparability, Note = note };
}
