using System.Diagnostics;

namespace Ptce.Reporting.Documents.Print;

/// <summary>
/// Prints a page to tagged PDF by Chromium's command line: headings as structure and outline, fonts embedded, no network (and, by the page's own policy, no script). One page at a time.
/// </summary>
internal sealed class Chromium(IConfiguration configuration, ILogger<Chromium> log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly SemaphoreSlim gate = new(1);

    /// <summary>Where Chromium is: <c>Documents:Chromium</c>, <c>PTCE_CHROMIUM</c>, or where distributions put it; null when it is not installed.</summary>
    public string? Path { get; } = new[] { configuration["Documents:Chromium"], Environment.GetEnvironmentVariable("PTCE_CHROMIUM") }.Concat(Usual).FirstOrDefault(File.Exists);

    /// <summary>The page as PDF; null when Chromium is not installed or fails.</summary>
    public async Task<byte[]?> PrintAsync(string html, CancellationToken ct)
    {
        if (Path is null)
            return null;
        await gate.WaitAsync(ct);
        var folder = Directory.CreateTempSubdirectory("ptce-print-").FullName;
        try
        {
            await File.WriteAllTextAsync(System.IO.Path.Combine(folder, "page.html"), html, ct);
            return await RunAsync(folder, ct);
        }
        finally
        {
            gate.Release();
            Remove(folder);
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<byte[]?> RunAsync(string folder, CancellationToken ct)
    {
        var printed = System.IO.Path.Combine(folder, "page.pdf");
        var start = new ProcessStartInfo(Path!) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--no-pdf-header-footer", "--generate-pdf-document-outline", "--disable-extensions", "--disable-background-networking",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-dev-shm-usage", $"--user-data-dir={System.IO.Path.Combine(folder, "profile")}",
            $"--print-to-pdf={printed}", new Uri(System.IO.Path.Combine(folder, "page.html")).AbsoluteUri,
        ];
        // The sandbox needs user namespaces, which root does not get.
        foreach (var argument in Environment.UserName == "root" ? ["--no-sandbox", .. arguments] : arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            // Unread pipes would fill and stop it.
            await Task.WhenAll(process.StandardError.ReadToEndAsync(limit.Token), process.StandardOutput.ReadToEndAsync(limit.Token), process.WaitForExitAsync(limit.Token));
            if (process.ExitCode == 0 && File.Exists(printed))
                return await File.ReadAllBytesAsync(printed, ct);
            log.LogWarning("Chromium ended with code {Code} and printed nothing", process.ExitCode);
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("Chromium did not print within {Patience}", Patience);
            return null;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A helper process still holds a file: the system's temporary folder is cleared by the system.
        }
    }
}
