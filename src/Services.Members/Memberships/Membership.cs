using Ptce.Messaging.Storage;

namespace Ptce.Members.Memberships;

/// <summary>An organisation in a pole (adhésion). Belonging periods and criteria, each dated by itself, hang on it.</summary>
internal sealed class Membership : IVersioned
{
    public required Guid Id { get; init; }

    public required string PoleKey { get; init; }

    public required Guid OrganisationId { get; set; }

    public bool Founder { get; set; }

    public bool Lead { get; set; }

    public IReadOnlyList<string> Relations { get; set; } = [];

    public string Provenance { get; set; } = "typed";

    public string? Source { get; set; }

    /// <summary>Counts edits; touched so that any change of a period or criterion raises <see cref="Version"/>.</summary>
    public int Edits { get; set; }

    public long Version { get; private set; }
}
