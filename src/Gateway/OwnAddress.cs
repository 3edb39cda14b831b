using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Ptce.Gateway;

/// <summary>The address under which this process reaches itself.</summary>
internal static class OwnAddress
{
    public static Uri Of(IServer server)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost/";
        foreach (var anywhere in (string[])["://*", "://+", "://0.0.0.0", "://[::]"])
            address = address.Replace(anywhere, "://localhost", StringComparison.Ordinal);
        return new Uri(address.TrimEnd('/') + "/");
    }
}
