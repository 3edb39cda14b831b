using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Ptce.Grid.Definitions;

/// <summary>How definitions are written as JSON: camel case, nothing that is default, readable accents. Works trimmed, in the browser too.</summary>
public static class GridJson
{
    /// <summary>Options that read and write every definition; unknown properties are refused so that a typing error does not pass in silence.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Reads a definition.</summary>
    /// <typeparam name="T">Edition, section or crosswalk.</typeparam>
    /// <param name="json">UTF-8 JSON.</param>
    /// <exception cref="JsonException">The text is not such a definition; the exception names path and line.</exception>
    public static T Read<T>(Stream json) =>
        (T?)JsonSerializer.Deserialize(json, Options.GetTypeInfo(typeof(T))) ?? throw new JsonException("The definition is null.");

    /// <inheritdoc cref="Read{T}(Stream)"/>
    public static T Read<T>(string json) =>
        (T?)JsonSerializer.Deserialize(json, Options.GetTypeInfo(typeof(T))) ?? throw new JsonException("The definition is null.");

    /// <summary>Writes a definition, indented.</summary>
    /// <typeparam name="T">Edition, section or crosswalk.</typeparam>
    /// <param name="definition">Definition.</param>
    public static string Write<T>(T definition) => JsonSerializer.Serialize(definition, Options.GetTypeInfo(typeof(T)));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(GridJsonContext.Default.Options)
        {
            TypeInfoResolver = ((IJsonTypeInfoResolver)GridJsonContext.Default).WithAddedModifier(WriteRequiredAndFilled),
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.MakeReadOnly();
        return options;
    }

    private static void WriteRequiredAndFilled(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.IsRequired || property.AssociatedParameter is { IsMemberInitializer: false, HasDefaultValue: false })
                property.ShouldSerialize = static (_, value) => value is not null;
            else if (property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
                property.ShouldSerialize = static (_, value) => value is IEnumerable list && list.GetEnumerator().MoveNext();
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true)]
[JsonSerializable(typeof(EditionDefinition))]
[JsonSerializable(typeof(SectionDefinition))]
[JsonSerializable(typeof(Crosswalk))]
internal sealed partial class GridJsonContext : JsonSerializerContext;
