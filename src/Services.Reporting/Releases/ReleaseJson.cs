using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ptce.Reporting.Tables;

namespace Ptce.Reporting.Releases;

/// <summary>How a release is stored: everything but the contributions, which only disclosure control needs.</summary>
internal static class ReleaseJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutContributions } },
    };

    private static void LeaveOutContributions(JsonTypeInfo type)
    {
        if (type.Type == typeof(Cell))
            foreach (var property in type.Properties.Where(property => property.PropertyType == typeof(IReadOnlyList<Contribution>)))
                property.ShouldSerialize = (_, _) => false;
    }
}
