using System.Diagnostics;

namespace Ptce.AppHost;

/// <summary>Broker and databases: containers where a container runtime answers, native processes and files otherwise.</summary>
internal abstract class Infrastructure
{
    /// <summary>Reads the one switch, <c>Infrastructure</c> = <c>containers</c>, <c>native</c> or <c>auto</c> (default).</summary>
    public static Infrastructure Choose(IDistributedApplicationBuilder builder) => (builder.Configuration["Infrastructure"] ?? "auto") switch
    {
        "containers" => new Containers(builder),
        "native" => new Native(builder),
        "auto" => ContainerRuntimeAnswers() ? new Containers(builder) : new Native(builder),
        var other => throw new InvalidOperationException($"Infrastructure is '{other}': it must be containers, native or auto."),
    };

    /// <summary>Gives a service (or its migration) its database and the broker.</summary>
    public abstract IResourceBuilder<ProjectResource> Connect(IResourceBuilder<ProjectResource> project, string name);

    private static bool ContainerRuntimeAnswers()
    {
        foreach (var runtime in (string[])["docker", "podman"])
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo(runtime, "info") { RedirectStandardOutput = true, RedirectStandardError = true });
                if (process is not null && process.WaitForExit(TimeSpan.FromSeconds(10)) && process.ExitCode == 0)
                    return true;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // Not installed.
            }
        }
        return false;
    }
}

/// <summary>RabbitMQ with its management page, and SQL Server 2022.</summary>
internal sealed class Containers(IDistributedApplicationBuilder builder) : Infrastructure
{
    private readonly IResourceBuilder<RabbitMQServerResource> _broker = builder.AddRabbitMQ("rabbitmq").WithManagementPlugin().WithDataVolume();
    private readonly IResourceBuilder<SqlServerServerResource> _sql = builder.AddSqlServer("sql").WithDataVolume();
    private readonly Dictionary<string, IResourceBuilder<SqlServerDatabaseResource>> _databases = [];

    public override IResourceBuilder<ProjectResource> Connect(IResourceBuilder<ProjectResource> project, string name)
    {
        if (!_databases.TryGetValue(name, out var database))
            _databases[name] = database = _sql.AddDatabase($"{name}-database", $"ptce-{name}");
        return project
            .WithEnvironment("Database__Provider", "SqlServer")
            .WithReference(database, connectionName: name)
            .WithReference(_broker)
            .WaitFor(database)
            .WaitFor(_broker);
    }
}

/// <summary>RabbitMQ from the system's package as a process of ours, with its own epmd, and SQLite files: nothing is left behind.</summary>
internal sealed class Native : Infrastructure
{
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private readonly string _folder;
    private readonly string _connectionString;
    private readonly IResourceBuilder<ExecutableResource> _broker;

    public Native(IDistributedApplicationBuilder builder)
    {
        _folder = Path.GetFullPath(builder.Configuration["Data:Folder"] ?? Path.Combine(builder.AppHostDirectory, "data"));
        var port = builder.Configuration["Broker:Port"] ?? "5682";
        _connectionString = $"amqp://guest:guest@127.0.0.1:{port}/";
        var broker = Directory.CreateDirectory(Path.Combine(_folder, "rabbitmq")).FullName;
        Directory.CreateDirectory(Path.Combine(broker, "log"));
        File.WriteAllText(Path.Combine(broker, "enabled_plugins"), "[].\n");

        var epmd = builder.AddExecutable("epmd", "epmd", broker, "-address", "127.0.0.1", "-port", "4379");
        _broker = builder.AddExecutable("rabbitmq", Server, broker)
            .WithEnvironment("ERL_EPMD_PORT", "4379")
            .WithEnvironment("ERL_EPMD_ADDRESS", "127.0.0.1")
            .WithEnvironment("RABBITMQ_NODENAME", "ptce@localhost")
            .WithEnvironment("RABBITMQ_NODE_PORT", port)
            .WithEnvironment("RABBITMQ_DIST_PORT", "25682")
            .WithEnvironment("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1")
            .WithEnvironment("RABBITMQ_MNESIA_BASE", Path.Combine(broker, "mnesia"))
            .WithEnvironment("RABBITMQ_LOG_BASE", Path.Combine(broker, "log"))
            .WithEnvironment("RABBITMQ_ENABLED_PLUGINS_FILE", Path.Combine(broker, "enabled_plugins"))
            .WithEnvironment("HOME", broker)
            .WaitFor(epmd);
    }

    // The migration step itself waits for the port (a minute at most) before it declares queues; services wait for that step.
    public override IResourceBuilder<ProjectResource> Connect(IResourceBuilder<ProjectResource> project, string name) => project
        .WithEnvironment("Database__Provider", "Sqlite")
        .WithEnvironment("Data__Folder", _folder)
        .WithEnvironment("ConnectionStrings__rabbitmq", _connectionString)
        .WaitFor(_broker);
}
