using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Ptce.Messaging;
using Ptce.ServiceDefaults.Database;

namespace Ptce.ServiceDefaults.Operations;

/// <summary>A command of a service: <c>dotnet run --project src/Services.X -- name …</c>.</summary>
/// <param name="Name">The word on the command line.</param>
/// <param name="Summary">One line for <c>help</c>.</param>
/// <param name="RunAsync">Does it, with the arguments after the word; gives the exit code.</param>
public sealed record Verb(string Name, string Summary, Func<IServiceProvider, string[], CancellationToken, Task<int>> RunAsync);

/// <summary>Commands of services.</summary>
public static class Verbs
{
    /// <summary>Adds a command.</summary>
    /// <param name="services">The container.</param>
    /// <param name="verb">The command.</param>
    public static void AddVerb(this IServiceCollection services, Verb verb) => services.AddSingleton(verb);

    internal static async Task<int?> TryRunAsync(IServiceProvider services, string[] args)
    {
        if (args is not [var word, .. var rest] || word.StartsWith('-'))
            return null;
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        if (word == "migrate")
        {
            await services.MigrateAsync(stop.Token);
            await MessagingSetup.DeclareTopologyAsync(services, stop.Token);
            return 0;
        }
        var verbs = services.GetServices<Verb>().ToList();
        if (verbs.Find(v => v.Name == word) is { } verb)
            return await verb.RunAsync(services, rest, stop.Token);
        await Console.Error.WriteLineAsync($"Unknown command '{word}'. Commands: migrate — bring the database to this version.");
        foreach (var known in verbs)
            await Console.Error.WriteLineAsync($"  {known.Name} — {known.Summary}");
        return 2;
    }

    /// <summary>Brings every database of this container to this version.</summary>
    /// <param name="services">The container.</param>
    /// <param name="ct">Cancels between two databases.</param>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken ct)
    {
        foreach (var migration in services.GetServices<ServiceMigration>())
            await migration.ApplyAsync(services, ct);
    }

    internal static async Task MigrateAtStartAsync(this IServiceProvider services)
    {
        if (services.GetRequiredService<IConfiguration>().GetValue("Database:MigrateAtStart", false))
            await services.MigrateAsync(services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
    }
}
