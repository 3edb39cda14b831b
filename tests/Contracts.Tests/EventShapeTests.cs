using System.Reflection;
using System.Text.Json;

namespace Ptce.Contracts.Tests;

/// <summary>
/// The JSON of every event is pinned: additive changes append a member here, a breaking change is a new record. The samples are filled by type, so that a new member
/// shows at once.
/// </summary>
public sealed class EventShapeTests
{
    private static readonly string Pinned = Path.Combine(AppContext.BaseDirectory, "events.json");

    private static readonly Type[] Types = [.. typeof(IEvent).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IEvent)) && !t.IsInterface)];

    public static TheoryData<Type> Events => [.. Types];

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_a_sealed_record_whose_json_is_pinned(Type type)
    {
        Assert.True(type.IsSealed);
        var pinned = JsonDocument.Parse(File.ReadAllText(Pinned)).RootElement;
        Assert.True(pinned.TryGetProperty(type.Name, out var expected), $"events.json has no {type.Name}; it is {Write(type)}");
        Assert.Equal(expected.GetRawText().ReplaceLineEndings("\n"), Write(type));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_read_back_is_the_event_written(Type type)
    {
        var json = Write(type);
        var read = JsonSerializer.Deserialize(json, type, JsonSerializerOptions.Web)!;
        Assert.Equal(json, JsonSerializer.Serialize(read, type, JsonSerializerOptions.Web));
    }

    [Fact]
    public void Nothing_is_pinned_that_no_longer_exists()
    {
        var names = Types.Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(JsonDocument.Parse(File.ReadAllText(Pinned)).RootElement.EnumerateObject(), member => Assert.Contains(member.Name, names));
    }

    private static string Write(Type type) => JsonSerializer.Serialize(Sample(type), type, JsonSerializerOptions.Web);

    private static object Sample(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return "text";
        if (type == typeof(Guid))
            return new Guid("01900000-0000-7000-8000-000000000001");
        if (type == typeof(int) || type == typeof(long))
            return Convert.ChangeType(7, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type == typeof(decimal))
            return 3.50m;
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateOnly))
            return new DateOnly(2015, 6, 30);
        if (type == typeof(DateTime))
            return new DateTime(2015, 10, 1, 8, 0, 0, DateTimeKind.Utc);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return new Dictionary<string, string> { ["governance"] = "submitted" };
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var element = type.GetGenericArguments()[0];
            var list = Array.CreateInstance(element, 1);
            list.SetValue(Sample(element), 0);
            return list;
        }
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Sample(p.ParameterType))]);
    }
}
