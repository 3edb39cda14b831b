using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ptce.Finance.Economics.Lines;

/// <summary>
/// The catalogue of harmonised lines (nomenclature harmonisée): data, embedded as <c>harmonised-lines.json</c>. It follows the study's
/// recommendation to tell operating grants, internal and external income apart.
/// </summary>
public static class LineCatalogue
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private static readonly FrozenDictionary<string, HarmonisedLine> ByCode;

    static LineCatalogue()
    {
        using var stream = typeof(LineCatalogue).Assembly.GetManifestResourceStream("harmonised-lines.json")
            ?? throw new InvalidOperationException("The catalogue of harmonised lines is not embedded.");
        All = [.. JsonSerializer.Deserialize<HarmonisedLine[]>(stream, Options)!.Index().Select(line => line.Item with { Position = line.Index })];
        ByCode = All.ToFrozenDictionary(line => line.Code, StringComparer.Ordinal);
    }

    /// <summary>Every line, in the order in which a table prints them.</summary>
    public static IReadOnlyList<HarmonisedLine> All { get; }

    /// <summary>Place of a line in the catalogue, from 0.</summary>
    /// <param name="code">Code, e.g. <c>C.PER</c>.</param>
    public static int PositionOf(string code) => ByCode[code].Position;

    /// <summary>The line of a code, or null when there is none.</summary>
    /// <param name="code">Code, e.g. <c>C.PER</c>.</param>
    public static HarmonisedLine? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The line of a code that is known to exist.</summary>
    /// <param name="code">Code, e.g. <c>C.PER</c>.</param>
    /// <exception cref="KeyNotFoundException">No such line.</exception>
    public static HarmonisedLine Get(string code) => ByCode[code];
}
