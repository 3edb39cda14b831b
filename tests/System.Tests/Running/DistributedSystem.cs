using System.Security.Cryptography;
using Ptce.Demonstration.Loading;
using Ptce.Testing;

namespace Ptce.System.Tests.Running;

/// <summary>
/// The distributed system as AppHost draws it, natively: five services and the gateway as processes, a real RabbitMQ, SQLite files. Everything in a
/// folder and on ports of its own.
/// </summary>
internal sealed class DistributedSystem : IAsyncDisposable
{
    public static readonly string[] Services = ["identity", "members", "survey", "finance", "reporting"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ptce-system-");
    private readonly Dictionary<string, RunningProcess> processes = [];
    private readonly string secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));

    private DistributedSystem(RabbitMqBroker broker) => Broker = broker;

    public RabbitMqBroker Broker { get; }

    public RunningProcess this[string name] => processes[name];

    public Uri Url => new($"http://localhost:{processes["gateway"].Port}/");

    public LoadOptions Options => new(Url, "demonstration", secret) { Patience = TimeSpan.FromMinutes(3) };

    public string Database(string service) => Path.Combine(folder.FullName, service + ".db");

    public static async Task<DistributedSystem> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var system = new DistributedSystem(await RabbitMqBroker.StartAsync());
        try
        {
            await system.StartProcessesAsync(settings ?? new Dictionary<string, string>());
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes.Values)
            await process.DisposeAsync();
        await Broker.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task StartProcessesAsync(IReadOnlyDictionary<string, string> settings)
    {
        string[] names = [.. Services, "gateway"];
        var ports = names.ToDictionary(n => n, _ => RabbitMqBroker.FreePort());
        foreach (var name in names)
            processes[name] = new RunningProcess(name, Project(name), ports[name], Environment(name, ports, settings));
        // The migration step comes before any dispatcher: RabbitMQ drops what no queue takes.
        await Task.WhenAll(Services.Select(name => processes[name].RunVerbAsync("migrate", CancellationToken.None)));
        await Task.WhenAll(Services.Select(name => processes[name].StartAsync()));
        await processes["gateway"].StartAsync();
    }

    private static string Project(string name) => name == "gateway" ? "Gateway" : "Services." + char.ToUpperInvariant(name[0]) + name[1..];

    private Dictionary<string, string> Environment(string name, Dictionary<string, int> ports, IReadOnlyDictionary<string, string> settings)
    {
        Dictionary<string, string> environment = new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{ports[name]}",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Data__Folder"] = folder.FullName,
            ["ConnectionStrings__rabbitmq"] = Broker.ConnectionString,
            ["Identity__Issuer"] = $"http://localhost:{ports["gateway"]}/",
            ["Identity__GatewaySecret"] = secret,
            ["Identity__Client__Id"] = "service-" + name,
            ["Identity__Client__Secret"] = secret + name,
            ["OTEL_SERVICE_NAME"] = name,
        };
        foreach (var service in Services)
            environment[$"services__{service}__http__0"] = $"http://127.0.0.1:{ports[service]}";
        string[] clients = ["members", "survey", "finance", "reporting"];
        for (var i = 0; i < clients.Length; i++)
        {
            environment[$"Identity__Clients__{i}__Id"] = "service-" + clients[i];
            environment[$"Identity__Clients__{i}__Secret"] = secret + clients[i];
            environment[$"Identity__Clients__{i}__Permissions__0"] = "internal.read";
        }
        environment["Identity__Clients__9__Id"] = "demonstration";
        environment["Identity__Clients__9__Secret"] = secret;
        environment["Identity__Clients__9__Permissions__0"] = "*";
        foreach (var (key, value) in settings)
            environment[key] = value;
        return environment;
    }
}
