using System.Collections.Frozen;
using System.Text.Json;

namespace Ptce.Finance.Economics;

/// <summary>The names that a closed list has outside: kebab-case in JSON, in copies and in the database.</summary>
/// <typeparam name="T">The closed list.</typeparam>
internal static class Wire<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Names =
        Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, T> Values = Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static string Of(T value) => Names[value];

    public static string? Of(T? value) => value is { } given ? Names[given] : null;

    public static bool TryParse(string name, out T value) => Values.TryGetValue(name, out value);

    public static IEnumerable<string> All => Enum.GetValues<T>().Select(Of);
}
