namespace Ptce.Contracts.Members;

/// <summary>A pole (PTCE) became known or its name changed. Stream: <see cref="Streams.Poles"/>/PoleKey.</summary>
/// <param name="PoleKey">Pole (PTCE).</param>
/// <param name="Name">Name as the pole writes it.</param>
/// <param name="Acronym">Acronym, if any.</param>
/// <param name="TerritoryKind">Kind of territory: metropolitan, peri-urban, priority-district, rural, mixed; null when not stated.</param>
public sealed record PoleRegistered(string PoleKey, string Name, string? Acronym, string? TerritoryKind) : IEvent;
