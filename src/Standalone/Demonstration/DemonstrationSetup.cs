using Ptce.Demonstration.Loading;

namespace Ptce.Standalone.Demonstration;

/// <summary>The demonstration in the one-process host: a machine client of its own and the load, in Development only.</summary>
internal static class DemonstrationSetup
{
    /// <summary>Registers both; nothing outside Development, or with <c>Demonstration:Load</c> = false.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="options">Command line.</param>
    public static void AddDemonstration(this WebApplicationBuilder builder, StandaloneOptions options)
    {
        if (!builder.Environment.IsDevelopment() || !builder.Configuration.GetValue("Demonstration:Load", true))
            return;
        var folder = builder.Configuration["Data:Folder"]!;
        var secret = DemonstrationKey.ReadOrMake(folder);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            // Far behind whatever clients are configured, so that none is replaced.
            ["Identity:Clients:9999:Id"] = DemonstrationKey.Client,
            ["Identity:Clients:9999:Secret"] = secret,
            ["Identity:Clients:9999:Permissions:0"] = "*",
        });
        builder.Services.AddSingleton<IHostedService>(services => new LoadAtFirstStart(
            new LoadOptions(options.PublicUrl, DemonstrationKey.Client, secret), folder,
            services.GetRequiredService<IHostApplicationLifetime>(), services.GetRequiredService<ILogger<LoadAtFirstStart>>()));
    }
}
