namespace Ptce.Reporting.Documents.Store;

/// <summary>Where generated public files are kept: a folder by default, a Dapr state store when one is configured.</summary>
internal interface IDocumentStore
{
    /// <summary>The file; null when it is not there.</summary>
    Task<byte[]?> ReadAsync(string name, CancellationToken ct);

    /// <summary>Keeps a file; the same name always means the same content.</summary>
    Task WriteAsync(string name, byte[] content, CancellationToken ct);
}
