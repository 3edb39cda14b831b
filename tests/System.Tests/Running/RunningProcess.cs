using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Ptce.System.Tests.Running;

/// <summary>A project of the solution as a process of its own: started, killed without warning, started again on the same data and port.</summary>
internal sealed class RunningProcess(string name, string project, int port, IReadOnlyDictionary<string, string> environment) : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly ConcurrentQueue<string> lines = new();
    private Process? process;

    public string Name { get; } = name;

    public int Port { get; } = port;

    public Uri Url { get; } = new($"http://127.0.0.1:{port}/");

    /// <summary>Everything the process wrote, over all its lives.</summary>
    public IReadOnlyCollection<string> Output => lines;

    /// <summary>Kills so far.</summary>
    public int Kills { get; private set; }

    public async Task RunVerbAsync(string verb, CancellationToken ct)
    {
        using var run = Launch(verb);
        await run.WaitForExitAsync(ct);
        if (run.ExitCode != 0)
            throw new InvalidOperationException($"{Name} {verb} ended with {run.ExitCode}:\n{Tail()}");
    }

    public async Task StartAsync(string path = "alive", CancellationToken ct = default)
    {
        process = Launch();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(90));
        while (!await AnswersAsync(path, limit.Token))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"{Name} ended with {process.ExitCode}:\n{Tail()}");
            await Task.Delay(100, limit.Token);
        }
    }

    /// <summary>SIGKILL: nothing is flushed, nobody is told.</summary>
    public void Kill()
    {
        Kills++;
        process?.Kill(entireProcessTree: true);
        process?.WaitForExit();
        process?.Dispose();
        process = null;
    }

    /// <summary>SIGSTOP: the process keeps its connections and answers nothing.</summary>
    public void Freeze() => Signal("-STOP");

    public string Tail() => string.Join('\n', lines.TakeLast(40));

    public ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }
        return ValueTask.CompletedTask;
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, process!.Id.ToString(global::System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private async Task<bool> AnswersAsync(string path, CancellationToken ct)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Url, path), ct);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException || e is TaskCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private Process Launch(params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        info.ArgumentList.Add(Assemblies.Of(project));
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        foreach (var (key, value) in environment)
            info.Environment[key] = value;
        info.Environment["DOTNET_NOLOGO"] = "1";
        var started = Process.Start(info)!;
        started.OutputDataReceived += (_, e) => Keep(e.Data);
        started.ErrorDataReceived += (_, e) => Keep(e.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lines.Enqueue(line);
        while (lines.Count > 2000)
            lines.TryDequeue(out _);
    }
}

/// <summary>Where the projects were built, beside this test's own output.</summary>
internal static class Assemblies
{
    public static string Of(string project)
    {
        // …/tests/System.Tests/bin/Debug/net10.0/
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var root = own.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        var path = Path.Combine(root, "src", project, "bin", own.Parent.Name, own.Name, project + ".dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"{project} is not built: dotnet build ptce.slnf", path);
    }

    /// <summary>The repository's root folder.</summary>
    public static string Root => new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
}
