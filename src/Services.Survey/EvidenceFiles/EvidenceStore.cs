using System.Security.Cryptography;

namespace Ptce.Survey.EvidenceFiles;

/// <summary>Files by content: streamed to disk while they are digested, moved to the name of their digest when they are whole, flushed before anything is acknowledged.</summary>
internal sealed class EvidenceStore(IConfiguration configuration)
{
    /// <summary>Greatest size of one piece, in bytes.</summary>
    public const long Most = 50 * 1024 * 1024;

    private readonly string folder = configuration["Survey:Evidence:Folder"] ?? Path.Combine(configuration["Data:Folder"] ?? "data", "evidence");

    /// <summary>Stores a stream. The result has no digest when it was refused.</summary>
    public async Task<StoredFile> TakeAsync(Stream source, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var arriving = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
        try
        {
            var (digest, size) = await CopyAsync(source, arriving, ct);
            if (size is 0 or > Most || MediaTypes.Of(arriving) is not { } type)
                return new StoredFile(null, size, null);
            var path = PathOf(digest);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // The same content twice is one file: whoever comes second finds it there.
            if (!File.Exists(path))
                File.Move(arriving, path, overwrite: true);
            return new StoredFile(digest, size, type);
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    public FileStream? Open(string digest) => File.Exists(PathOf(digest)) ? new FileStream(PathOf(digest), FileMode.Open, FileAccess.Read, FileShare.Read, 81920, useAsync: true) : null;

    private static async Task<(string Digest, long Size)> CopyAsync(Stream source, string path, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true);
        var buffer = new byte[81920];
        long size = 0;
        for (int read; (read = await source.ReadAsync(buffer, ct)) > 0;)
        {
            size += read;
            if (size > Most)
                break;
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    private string PathOf(string digest) => Path.Combine(folder, digest[..2], digest);
}

/// <summary>What became of an upload.</summary>
/// <param name="Digest">Null when it was refused.</param>
/// <param name="Size">Bytes read.</param>
/// <param name="MediaType">Null when it is of no accepted type.</param>
internal sealed record StoredFile(string? Digest, long Size, string? MediaType);
