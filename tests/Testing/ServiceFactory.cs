using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Ptce.ServiceDefaults.Access;

namespace Ptce.Testing;

/// <summary>
/// One service over real HTTP semantics, with its real migrations on SQLite files in a folder of its own. Tokens are real JWTs signed by a key of the test.
/// Starting a second factory on the same <see cref="Folder"/> is a restart.
/// </summary>
public class ServiceFactory<TMarker> : WebApplicationFactory<TMarker> where TMarker : class
{
    private readonly bool _ownsFolder;

    public ServiceFactory() : this(null)
    {
    }

    public ServiceFactory(string? folder)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("ptce-test-").FullName;
    }

    public string Folder { get; }

    /// <summary>Settings that differ from the usual ones of tests.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Replaces services, e.g. the clock.</summary>
    public Action<IServiceCollection>? Replace { get; set; }

    public HttpClient As(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A person with grants such as <c>analyst</c> or <c>leader:phares</c>.</summary>
    public HttpClient AsPerson(params string[] grants) => As(TestTokens.Person(grants));

    /// <summary>A machine with permissions; none given means <c>*</c>.</summary>
    public HttpClient AsMachine(params string[] permissions) => As(TestTokens.Machine(permissions));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Data:Folder", Folder);
        builder.UseSetting("Database:MigrateAtStart", "true");
        builder.UseSetting("Identity:Issuer", TestTokens.Issuer);
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<ISigningKeySource, TestTokens.Keys>();
            Replace?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !_ownsFolder)
            return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A file is still open: the system's temporary folder is cleared by the system.
        }
    }
}
