using Ptce.Reporting.Disclosure.Wire;

namespace Ptce.Reporting.Disclosure.Tables;

/// <summary>Reads a dimension, or says what is wrong with it.</summary>
internal static class DimensionReader
{
    public static DimensionShape? Read(DimensionInput? input, string pointer, Refusals refusals)
    {
        if (input is null || !Named(input.Name))
        {
            refusals.Add(pointer + "/name", "dimension.unnamed", "Une dimension porte un nom (200 caractères au plus).", "A dimension has a name (200 characters at most).");
            return null;
        }
        if ((input.Codes is null) == (input.Hierarchy is null))
        {
            refusals.Add(pointer, "dimension.shape", "Donnez soit les codes, soit la hiérarchie de la dimension.", "Give either the codes or the hierarchy of the dimension.", input.Name);
            return null;
        }
        return input.Codes is not null ? Flat(input, pointer, refusals) : Tree(input, pointer, refusals);
    }

    private static DimensionShape? Flat(DimensionInput input, string pointer, Refusals refusals)
    {
        var codes = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < input.Codes!.Count; i++)
        {
            var code = input.Codes[i];
            if (!Named(code) || !seen.Add(code!))
                refusals.Add($"{pointer}/codes/{i}", "code.invalid", "Un code est vide, trop long ou répété.", "A code is empty, too long or repeated.", code);
            else if (code != input.Total)
                codes.Add(code!);
        }
        if (codes.Count is 0 or > Limits.Codes)
        {
            refusals.Add(pointer + "/codes", "dimension.size", $"Une dimension a de 1 à {Limits.Codes} codes.", $"A dimension has 1 to {Limits.Codes} codes.");
            return null;
        }
        return input.Total is null
            ? new(input.Name!, null, codes, new Dictionary<string, IReadOnlyList<string>>())
            : new(input.Name!, input.Total, [input.Total, .. codes], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [input.Total] = codes });
    }

    private static DimensionShape? Tree(DimensionInput input, string pointer, Refusals refusals)
    {
        if (input.Total is null || !input.Hierarchy!.ContainsKey(input.Total))
        {
            refusals.Add(pointer + "/total", "hierarchy.root", "Le total d'une dimension hiérarchique est la racine de sa hiérarchie.", "The total of a hierarchical dimension is the root of its hierarchy.", input.Total);
            return null;
        }
        var before = refusals.Errors.Count;
        var children = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { input.Total };
        foreach (var (parent, list) in input.Hierarchy)
        {
            var at = $"{pointer}/hierarchy/{Refusals.Token(parent)}";
            if (list is null || list.Count == 0)
                refusals.Add(at, "hierarchy.empty", "Un code parent a au moins un enfant.", "A parent code has at least one child.", parent);
            for (var i = 0; i < (list?.Count ?? 0); i++)
            {
                if (!Named(list![i]) || !seen.Add(list[i]!))
                    refusals.Add($"{at}/{i}", "hierarchy.parent", "Un code est vide, trop long, ou a deux parents.", "A code is empty, too long, or has two parents.", list[i]);
            }
            if (list is not null)
                children[parent] = [.. list.Select(c => c ?? "")];
        }
        if (refusals.Errors.Count > before)
            return null;
        List<string> codes = [input.Total];
        for (var i = 0; i < codes.Count && codes.Count <= Limits.Codes; i++)
            codes.AddRange(children.GetValueOrDefault(codes[i], []));
        if (codes.Count > Limits.Codes + 1)
            refusals.Add(pointer + "/hierarchy", "dimension.size", $"Une dimension a de 1 à {Limits.Codes} codes.", $"A dimension has 1 to {Limits.Codes} codes.");
        else if (children.Keys.FirstOrDefault(p => !codes.Contains(p, StringComparer.Ordinal)) is { } loose)
            refusals.Add($"{pointer}/hierarchy/{Refusals.Token(loose)}", "hierarchy.unreachable", "Ce code ne descend pas du total.", "This code does not descend from the total.", loose);
        else
            return new(input.Name!, input.Total, codes, children);
        return null;
    }

    private static bool Named(string? text) => text is { Length: > 0 and <= Limits.TextLength } && !text.Any(char.IsControl);
}
