using System.Collections.Frozen;

namespace Ptce.Members.Organisations.LegalForms;

/// <summary>
/// The table of legal categories, embedded. Codes and labels are INSEE's; statuses and families follow the articles of loi
/// 2014-856. SCIC, CAE, UES, SIAE and GEIQ have no code of their own, which is why co-operative form and labels are facets apart.
/// </summary>
internal static class LegalCategories
{
    private static readonly FrozenDictionary<string, LegalCategory> Table = Read();

    public static IReadOnlyCollection<LegalCategory> All => Table.Values;

    public static LegalCategory? Find(string code) => Table.GetValueOrDefault(code);

    private static FrozenDictionary<string, LegalCategory> Read()
    {
        using var stream = typeof(LegalCategories).Assembly.GetManifestResourceStream("legal-categories.csv")
            ?? throw new InvalidOperationException("The table of legal categories is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(';'))
            .Select(cells => new LegalCategory(cells[0], cells[1], cells[2], Perimeter(cells[3])))
            .ToFrozenDictionary(category => category.Code, StringComparer.Ordinal);
    }

    private static Perimeter Perimeter(string word) => word switch
    {
        "ess" => LegalForms.Perimeter.Ess,
        "company" => LegalForms.Perimeter.Company,
        "non-ess" => LegalForms.Perimeter.NonEss,
        "authority" => LegalForms.Perimeter.Authority,
        "research" => LegalForms.Perimeter.Research,
        "training" => LegalForms.Perimeter.Training,
        "other" => LegalForms.Perimeter.Other,
        "ask" => LegalForms.Perimeter.Ask,
        _ => throw new InvalidOperationException($"Unknown perimeter {word} in the table of legal categories."),
    };
}
