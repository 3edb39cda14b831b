using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Ptce.Gateway.Protection;

/// <summary>Forwarded headers count only from proxies named in configuration: <c>Network:KnownProxies</c>, a list of addresses or networks (CIDR).</summary>
internal static class KnownProxies
{
    public static void AddKnownProxies(this WebApplicationBuilder builder)
    {
        var known = builder.Configuration.GetSection("Network:KnownProxies").Get<string[]>() ?? [];
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            options.ForwardedHeaders = known.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = builder.Configuration.GetValue("Network:ProxyHops", 1);
            foreach (var entry in known)
            {
                if (entry.Contains('/', StringComparison.Ordinal))
                    options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(entry));
                else
                    options.KnownProxies.Add(IPAddress.Parse(entry));
            }
        });
    }
}
