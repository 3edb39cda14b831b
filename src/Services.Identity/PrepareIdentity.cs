using Ptce.Identity.Clients;
using Ptce.Identity.People;

namespace Ptce.Identity;

/// <summary>Before the first request: clients as configured, and somebody who may sign in.</summary>
internal sealed class PrepareIdentity(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RegisterClients>().RunAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().EnsureAsync(Console.Out, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
