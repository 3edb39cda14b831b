using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Ptce.Messaging.Audit;
using Ptce.Messaging.Storage;
using Ptce.ServiceDefaults.Operations;

namespace Ptce.ServiceDefaults.Audit;

/// <summary>The trail of one service, for commands that go through all of a process.</summary>
/// <param name="Service">Service name.</param>
/// <param name="Context">Type of its context.</param>
internal sealed record AuditedService(string Service, Type Context);

/// <summary>Registers the audit trail with a service's database, and its commands <c>audit-verify</c> and <c>audit-forget</c>.</summary>
public static class AuditSetup
{
    internal static void AddAudit<TDb>(this IServiceCollection services, string service) where TDb : DbContext
    {
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<AuditInterceptor>();
        if (!typeof(ServiceDb).IsAssignableFrom(typeof(TDb)))
            return;
        if (services.All(known => known.ServiceType != typeof(AuditedService)))
        {
            services.AddVerb(new Verb("audit-verify", "check that no entry of the audit trail was altered or removed", (provider, _, ct) => VerifyAsync(provider, Console.Out, ct)));
            services.AddVerb(new Verb("audit-forget", "make a person's entries of the audit trail anonymous: audit-forget SUBJECT", ForgetAsync));
        }
        services.AddSingleton(new AuditedService(service, typeof(TDb)));
    }

    /// <summary>Verifies the trail of every service of this process and tells what it found.</summary>
    /// <param name="provider">The container.</param>
    /// <param name="output">Where to tell.</param>
    /// <param name="ct">Cancels reading.</param>
    /// <returns>Exit code: 0 when all trails hold, 1 when one does not.</returns>
    public static async Task<int> VerifyAsync(IServiceProvider provider, TextWriter output, CancellationToken ct)
    {
        var faults = 0;
        foreach (var service in provider.GetServices<AuditedService>())
        {
            await using var scope = provider.CreateAsyncScope();
            var db = (DbContext)scope.ServiceProvider.GetRequiredService(service.Context);
            if (await AuditTrail.VerifyAsync(db, ct) is { } fault)
            {
                faults++;
                await output.WriteLineAsync($"{service.Service}: entry {fault.Sequence} {fault.Reason}");
                continue;
            }
            var head = await db.Set<AuditHead>().AsNoTracking().SingleOrDefaultAsync(ct);
            await output.WriteLineAsync($"{service.Service}: {head?.LastSequence ?? 0} entries, all in place; head {head?.LastHash ?? "none"}");
        }
        return faults == 0 ? 0 : 1;
    }

    private static async Task<int> ForgetAsync(IServiceProvider provider, string[] args, CancellationToken ct)
    {
        if (args is not [var subject])
        {
            await Console.Error.WriteLineAsync("audit-forget SUBJECT");
            return 2;
        }
        foreach (var service in provider.GetServices<AuditedService>())
        {
            await using var scope = provider.CreateAsyncScope();
            var forgotten = await AuditTrail.ForgetAsync((DbContext)scope.ServiceProvider.GetRequiredService(service.Context), subject, ct);
            await Console.Out.WriteLineAsync($"{service.Service}: {forgotten} entries made anonymous");
        }
        return 0;
    }
}
