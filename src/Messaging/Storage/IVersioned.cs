namespace Ptce.Messaging.Storage;

/// <summary>
/// An entity edited under optimistic concurrency. <see cref="Version"/> is 1 when the entity is created and rises by one with every save; it is
/// the entity's <c>ETag</c>. SQLite has no rowversion, so the number is our own on both providers.
/// </summary>
public interface IVersioned
{
    /// <summary>Version of the row, from 1.</summary>
    long Version { get; }
}
