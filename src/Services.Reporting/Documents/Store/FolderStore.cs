namespace Ptce.Reporting.Documents.Store;

/// <summary>Files in a folder: <c>Documents:Folder</c>, by default <c>documents</c> in the data folder.</summary>
internal sealed class FolderStore(string folder) : IDocumentStore
{
    public async Task<byte[]?> ReadAsync(string name, CancellationToken ct)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? await File.ReadAllBytesAsync(path, ct) : null;
    }

    public async Task WriteAsync(string name, byte[] content, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        // A reader never sees half a file: it appears whole, under its name, or not at all.
        var draft = Path.Combine(folder, $"{name}.{Guid.NewGuid():N}");
        await File.WriteAllBytesAsync(draft, content, ct);
        File.Move(draft, Path.Combine(folder, name), overwrite: true);
    }
}
