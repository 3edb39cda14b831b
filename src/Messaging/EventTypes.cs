using System.Collections.Frozen;
using System.Text.Json;
using Ptce.Contracts;

namespace Ptce.Messaging;

/// <summary>The records of Contracts by name, and how they are written as JSON.</summary>
public static class EventTypes
{
    private static readonly FrozenDictionary<string, Type> ByName = typeof(IEvent).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IEvent)) && !type.IsInterface)
        .ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>Camel case, as everywhere in the API.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>The record of an event's name; null when this build does not know it.</summary>
    /// <param name="name">Name of the record.</param>
    public static Type? Find(string name) => ByName.GetValueOrDefault(name);
}
