using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Clients;
using Ptce.ServiceDefaults.Problems;

namespace Ptce.ServiceDefaults.Sections;

/// <summary>Finds the owner of sections, wherever it runs.</summary>
/// <param name="services">The container.</param>
public sealed class SectionOwners(IServiceProvider services)
{
    /// <summary>The owner by service name: the one in this process, else the remote one.</summary>
    /// <param name="owner"><c>members</c>, <c>survey</c> or <c>finance</c>.</param>
    public ISectionOwner Get(string owner) =>
        services.GetKeyedService<ISectionOwner>(owner) ?? new RemoteSectionOwner(services.GetRequiredService<IHttpClientFactory>(), owner);
}

/// <summary>Registers and serves owners.</summary>
public static class SectionOwnerSetup
{
    /// <summary>Registers the owner that lives in this process. It is a singleton: it opens scopes for its context itself.</summary>
    /// <typeparam name="TOwner">The owner.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="owner">Service name.</param>
    public static void AddSectionOwner<TOwner>(this IServiceCollection services, string owner) where TOwner : class, ISectionOwner =>
        services.AddKeyedSingleton<ISectionOwner, TOwner>(owner);

    /// <summary>Serves the owner to other services under <c>/internal/{owner}/sections</c>; needs a service's token and is never routed by the gateway.</summary>
    /// <param name="app">The application.</param>
    /// <param name="owner">Service name.</param>
    public static void MapSectionOwner(this IEndpointRouteBuilder app, string owner)
    {
        var group = app.MapGroup($"/internal/{owner}/sections").RequirePermission(Permissions.InternalRead).ExcludeFromDescription();
        group.MapGet("heads/{dossierId:guid}/{section}", async (Guid dossierId, string section, HttpContext http, CancellationToken ct) =>
            await Owner(http, owner).ReadHeadAsync(dossierId, section, ct) is { } head ? Results.Ok(head) : RequestProblems.NotFound.With());
        group.MapGet("copies/{digest}", async (string digest, HttpContext http, CancellationToken ct) =>
            await Owner(http, owner).ReadCopyAsync(digest, ct) is { } copy ? Results.Bytes(copy, "application/json") : RequestProblems.NotFound.With());
    }

    private static ISectionOwner Owner(HttpContext http, string owner) => http.RequestServices.GetRequiredKeyedService<ISectionOwner>(owner);
}

internal sealed partial class RemoteSectionOwner(IHttpClientFactory clients, string owner) : ISectionOwner
{
    public async Task<SectionHead?> ReadHeadAsync(Guid dossierId, string section, CancellationToken ct)
    {
        using var client = clients.CreateClient(ServiceClients.Name(owner));
        using var answer = await client.GetAsync(new Uri($"internal/{owner}/sections/heads/{dossierId}/{Uri.EscapeDataString(section)}", UriKind.Relative), ct);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<SectionHead>(ct);
    }

    public async Task<byte[]?> ReadCopyAsync(string digest, CancellationToken ct)
    {
        if (!Digest().IsMatch(digest))
            return null;
        using var client = clients.CreateClient(ServiceClients.Name(owner));
        using var answer = await client.GetAsync(new Uri($"internal/{owner}/sections/copies/{digest}", UriKind.Relative), ct);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync(ct);
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Digest();
}
