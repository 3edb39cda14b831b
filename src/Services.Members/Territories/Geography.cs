using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;
using Ptce.Members.Vocabulary;

namespace Ptce.Members.Territories;

/// <summary>
/// The territories of one vintage, embedded (see LICENCE.md beside the file) and read once. Codes decide, never names: four communes
/// are called Saint-Denis. A code that was merged away still finds the commune it became part of.
/// </summary>
internal sealed class Geography
{
    private static readonly Lazy<Geography> Embedded = new(Read);

    private readonly FrozenDictionary<(string Level, string Code), Territory> _byCode;
    private readonly List<(string Folded, Territory Territory)> _byName;

    private Geography(int vintage, string source, string licence, Dictionary<(string, string), Territory> territories, List<Territory> listed)
    {
        (Vintage, Source, Licence) = (vintage, source, licence);
        _byCode = territories.ToFrozenDictionary();
        _byName = [.. listed.Select(t => (Folding.Fold(t.Name), t)).OrderBy(t => t.Item1, StringComparer.Ordinal).ThenBy(t => t.t.Level, StringComparer.Ordinal).ThenBy(t => t.t.Code, StringComparer.Ordinal)];
    }

    public static Geography Current => Embedded.Value;

    public int Vintage { get; }

    /// <summary>Package that the data come from.</summary>
    public string Source { get; }

    public string Licence { get; }

    public Territory? Find(string level, string code) => _byCode.GetValueOrDefault((level, code));

    /// <summary>Territories whose name holds every word, names that begin with the text first.</summary>
    public IEnumerable<Territory> Search(string? text, string? level, string? departement)
    {
        var folded = Folding.Fold(text ?? "");
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return _byName
            .Where(t => (level is null || t.Territory.Level == level) && (departement is null || t.Territory.Departement == departement) && words.All(word => t.Folded.Contains(word, StringComparison.Ordinal)))
            .OrderBy(t => t.Folded.StartsWith(folded, StringComparison.Ordinal) ? 0 : 1)
            .Select(t => t.Territory);
    }

    private static Geography Read()
    {
        using var stream = typeof(Geography).Assembly.GetManifestResourceStream("territories.tsv.br") ?? throw new InvalidOperationException("The territories are not embedded.");
        using var reader = new StreamReader(new BrotliStream(stream, CompressionMode.Decompress));
        var first = reader.ReadLine()!.Split('\t');
        var vintage = int.Parse(first[1], CultureInfo.InvariantCulture);
        var regionOf = new Dictionary<string, string>(StringComparer.Ordinal);
        var listed = new List<Territory>(40_000);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            if (cells[0] == "D")
                regionOf[cells[1]] = cells[3];
            listed.Add(Parse(cells, vintage, regionOf));
        }
        var byCode = new Dictionary<(string, string), Territory>(45_000);
        foreach (var territory in listed.Where(t => t.PartOf is null))
            byCode[(territory.Level, territory.Code)] = territory;
        // A delegated commune often kept the code of the commune it is now part of: there is one answer to a code, the commune.
        listed.RemoveAll(part => part.PartOf is not null && !byCode.TryAdd((part.Level, part.Code), part));
        foreach (var commune in listed.Where(t => t.FormerCodes is not null))
        {
            foreach (var former in commune.FormerCodes!)
                byCode.TryAdd((commune.Level, former), new(commune.Level, former, commune.Name, vintage) { Kind = "former-code", PartOf = commune.Code, Departement = commune.Departement, Region = commune.Region });
        }
        return new(vintage, first[2], first[3], byCode, listed);
    }

    private static Territory Parse(string[] cells, int vintage, Dictionary<string, string> regionOf) => cells[0] switch
    {
        "R" => new("region", cells[1], cells[2], vintage),
        "D" => new("departement", cells[1], cells[2], vintage) { Region = cells[3] },
        "F" => new("former-region", cells[1], cells[2], vintage) { Departements = cells[3].Split(',') },
        "E" => new("epci", cells[1], cells[2], vintage) { Kind = cells[3], Population = Number(cells[4]) },
        "T" => new("ept", cells[1], cells[2], vintage) { Kind = cells[3], Population = Number(cells[4]) },
        "C" => new("commune", cells[1], cells[2], vintage)
        {
            Departement = cells[3],
            Region = regionOf.GetValueOrDefault(cells[3]),
            Epci = Text(cells[4]),
            Ept = Text(cells[5]),
            Population = Number(cells[6]),
            FormerCodes = cells[7].Length == 0 ? null : cells[7].Split(','),
        },
        "P" => new("commune", cells[1], cells[2], vintage) { Kind = cells[3], PartOf = cells[4] },
        _ => throw new InvalidOperationException($"Unknown level {cells[0]} in the territories."),
    };

    private static string? Text(string cell) => cell.Length == 0 ? null : cell;

    private static int? Number(string cell) => cell.Length == 0 ? null : int.Parse(cell, CultureInfo.InvariantCulture);
}
