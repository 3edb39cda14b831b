namespace Ptce.Reporting.Schedule;

/// <summary>
/// Where runs leave their files: <c>{Data:Folder}/reports/{release}</c>. A file is written beside and moved into place, so that a reader
/// or a restart never meets half of one.
/// </summary>
internal sealed class RunFiles(IConfiguration configuration)
{
    private readonly string _root = Path.Combine(configuration["Data:Folder"] ?? "data", "reports");

    public async Task WriteAsync(string release, string name, byte[] content, CancellationToken ct)
    {
        var path = Path.Combine(_root, release, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = path + ".part";
        await File.WriteAllBytesAsync(beside, content, ct);
        File.Move(beside, path, overwrite: true);
    }
}
