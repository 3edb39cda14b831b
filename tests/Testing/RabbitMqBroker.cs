using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Ptce.Testing;

/// <summary>
/// A real RabbitMQ (Debian's package) in a folder and on ports of its own, with an epmd of its own: killed and started again by tests, leaving nothing behind.
/// </summary>
public sealed class RabbitMqBroker : IAsyncDisposable
{
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ptce-rabbit-");
    private readonly int _port = FreePort();
    private readonly int _dist = FreePort();
    private readonly int _epmdPort = FreePort();
    private readonly string _node;
    private Process? _epmd;
    private Process? _server;

    private RabbitMqBroker() => _node = $"ptce{_port}@localhost";

    /// <summary>Connection string <c>amqp://…</c>.</summary>
    public string ConnectionString => $"amqp://guest:guest@127.0.0.1:{_port}/";

    public int Port => _port;

    public static async Task<RabbitMqBroker> StartAsync()
    {
        if (!File.Exists(Server))
            throw new FileNotFoundException("RabbitMQ is not installed: run eng/install-test-tools.sh (apt-get install rabbitmq-server).", Server);
        var broker = new RabbitMqBroker();
        await broker.StartServerAsync();
        return broker;
    }

    /// <summary>Starts the server again after <see cref="Kill"/>, on the same data.</summary>
    public async Task StartServerAsync()
    {
        _epmd ??= Start(EpmdPath(), ["-address", "127.0.0.1", "-port", _epmdPort.ToString(System.Globalization.CultureInfo.InvariantCulture)], []);
        var log = Path.Combine(_folder.FullName, "log");
        Directory.CreateDirectory(log);
        File.WriteAllText(Path.Combine(_folder.FullName, "enabled_plugins"), "[].\n");
        _server = Start(Server, [], new Dictionary<string, string>
        {
            ["RABBITMQ_NODENAME"] = _node,
            ["RABBITMQ_NODE_PORT"] = Text(_port),
            ["RABBITMQ_DIST_PORT"] = Text(_dist),
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder.FullName, "mnesia"),
            ["RABBITMQ_LOG_BASE"] = log,
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder.FullName, "enabled_plugins"),
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(_folder.FullName, "none.conf"),
            ["HOME"] = _folder.FullName,
        });
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!await AnswersAsync(limit.Token))
        {
            if (_server.HasExited)
                throw new InvalidOperationException("RabbitMQ ended at once: " + LastLog(log));
            await Task.Delay(200, limit.Token);
        }
    }

    /// <summary>SIGKILL, as a power cut would.</summary>
    public void Kill()
    {
        _server?.Kill(entireProcessTree: true);
        _server?.WaitForExit();
    }

    /// <summary>SIGSTOP for the whole tree: connections stay, nothing is confirmed or delivered any more.</summary>
    public void Freeze()
    {
        foreach (var id in Descendants(_server!.Id).Prepend(_server.Id))
        {
            using var stop = Process.Start("kill", ["-STOP", Text(id)]);
            stop.WaitForExit();
        }
    }

    private static IEnumerable<int> Descendants(int parent)
    {
        var path = $"/proc/{parent}/task/{parent}/children";
        var children = File.Exists(path) ? File.ReadAllText(path).Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        foreach (var child in children.Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture)))
        {
            yield return child;
            foreach (var below in Descendants(child))
                yield return below;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        _epmd?.Kill();
        await Task.Yield();
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Left to the system's clean-up of temporary folders.
        }
    }

    private Process Start(string file, IEnumerable<string> arguments, Dictionary<string, string> environment)
    {
        var info = new ProcessStartInfo(file) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            info.Environment[name] = value;
        info.Environment["ERL_EPMD_PORT"] = Text(_epmdPort);
        info.Environment["ERL_EPMD_ADDRESS"] = "127.0.0.1";
        var process = Process.Start(info)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    // The port opens before AMQP is ready: wait for the protocol's answer to a header.
    private async Task<bool> AnswersAsync(CancellationToken ct)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, _port, ct);
            var stream = client.GetStream();
            await stream.WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), ct);
            using var soon = CancellationTokenSource.CreateLinkedTokenSource(ct);
            soon.CancelAfter(TimeSpan.FromSeconds(2));
            return await stream.ReadAsync(new byte[8], soon.Token) > 0;
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private static string EpmdPath() => File.Exists("/usr/bin/epmd") ? "/usr/bin/epmd" : "epmd";

    private static string LastLog(string folder) =>
        string.Join('\n', Directory.EnumerateFiles(folder).SelectMany(file => File.ReadLines(file).TakeLast(5)));

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A port that is free now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
