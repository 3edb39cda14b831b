using System.Security.Cryptography;
using System.Text;

namespace Ptce.Reporting.Documents.Print;

/// <summary>
/// Generated files kept in a folder (<c>Documents:Folder</c>, by default <c>documents</c> in the data folder), named by what they were made of: a file is made once,
/// by whichever replica needs it first.
/// </summary>
internal sealed class DocumentFolder(IConfiguration configuration)
{
    private readonly string root = configuration["Documents:Folder"] ?? Path.Combine(configuration["Data:Folder"] ?? "data", "documents");

    /// <summary>The file, made when it is not there; null when it cannot be made.</summary>
    public async Task<byte[]?> GetAsync(string content, string extension, Func<Task<byte[]?>> make, CancellationToken ct)
    {
        var path = Path.Combine(root, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))) + extension);
        if (File.Exists(path))
            return await File.ReadAllBytesAsync(path, ct);
        if (await make() is not { } made)
            return null;
        Directory.CreateDirectory(root);
        var draft = $"{path}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(draft, made, ct);
        File.Move(draft, path, overwrite: true);
        return made;
    }
}
