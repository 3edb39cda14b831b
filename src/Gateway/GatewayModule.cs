using Ptce.Gateway.Home;
using Ptce.Gateway.Protection;
using Ptce.Gateway.Routes;
using Ptce.Gateway.Session;
using Ptce.ServiceDefaults.Access;

namespace Ptce.Gateway;

/// <summary>All public traffic: the front door, which both hosts have, and the routes to the services, which only the distributed system needs.</summary>
public static class GatewayModule
{
    /// <summary>Registers the front door and the routes.</summary>
    /// <param name="builder">The host.</param>
    /// <exception cref="InvalidOperationException">The secret shared with Identity is missing.</exception>
    public static void AddGateway(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[SessionSettings.SecretKey]))
            throw new InvalidOperationException($"{SessionSettings.SecretKey} is not configured: Gateway and Identity must share it so that people can sign in.");
        // The gateway's only tables are its sessions: it brings them up to date itself.
        builder.Configuration["Database:MigrateAtStart"] ??= "true";
        builder.AddFrontDoor();
        builder.AddServiceRoutes();
    }

    /// <summary>Maps the front door and the routes.</summary>
    /// <param name="app">The application.</param>
    public static void MapGateway(this WebApplication app)
    {
        app.MapFrontDoor();
        app.MapServiceRoutes();
    }

    /// <summary>
    /// Registers what stands between the world and the services in either host: browser session, limits, security headers, home page, API page.
    /// In one process the secret shared with Identity is made at start.
    /// </summary>
    /// <param name="builder">The host.</param>
    public static void AddFrontDoor(this WebApplicationBuilder builder)
    {
        builder.AddDataKeys();
        builder.AddKnownProxies();
        builder.AddRateLimits();
        builder.AddSession();
        builder.AddHome();
        builder.Services.AddSingleton<IStartupFilter, FrontDoorPipeline>();
    }

    /// <summary>Maps <c>/</c>, <c>/session</c>, <c>/api-docs</c> and the place of the web application.</summary>
    /// <param name="app">The application.</param>
    public static void MapFrontDoor(this WebApplication app)
    {
        app.MapHome();
        app.MapSession();
        app.MapApiPage();
        app.MapWebApplication();
    }
}

/// <summary>Names this assembly for hosts that start it in tests.</summary>
public sealed class GatewayHost;
