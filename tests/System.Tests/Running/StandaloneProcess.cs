using System.Text.Json;
using Ptce.Demonstration.Loading;
using Ptce.Testing;

namespace Ptce.System.Tests.Running;

/// <summary>Standalone as a newcomer starts it, in Development on an empty data folder.</summary>
internal sealed class StandaloneProcess : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ptce-standalone-");

    public StandaloneProcess(bool loadsItself)
    {
        var port = RabbitMqBroker.FreePort();
        Process = new RunningProcess("standalone", "Standalone", port, new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = $"http://localhost:{port}",
            ["Data__Folder"] = folder.FullName,
            ["Demonstration__Load"] = loadsItself ? "true" : "false",
            ["Identity__Clients__5__Id"] = "tests",
            ["Identity__Clients__5__Secret"] = Secret,
            ["Identity__Clients__5__Permissions__0"] = "*",
        });
    }

    public RunningProcess Process { get; }

    public string Folder => folder.FullName;

    public LoadOptions Options => new(new Uri($"http://localhost:{Process.Port}/"), "tests", Secret);

    private static string Secret { get; } = Convert.ToHexString(global::System.Security.Cryptography.RandomNumberGenerator.GetBytes(24));

    /// <summary>Digests that the process itself wrote down when its own load was complete; null before.</summary>
    public IReadOnlyDictionary<string, string>? Loaded
    {
        get
        {
            var path = Path.Combine(Folder, "demonstration.loaded");
            return File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path)) : null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
