using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.FileProviders;
using Ptce.ServiceDefaults;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Problems;
using Scalar.AspNetCore;

namespace Ptce.Gateway.Home;

/// <summary>The home page, the API page and the place of the web application.</summary>
internal static class HomeEndpoints
{
    public static void AddHome(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton<CampaignProgress>();
        builder.Services.AddHttpClient(CampaignProgress.Client, client => client.Timeout = TimeSpan.FromSeconds(3)).AddServiceDiscovery();
    }

    public static void MapHome(this WebApplication app)
    {
        app.MapGet("/", ShowAsync).AllowPublic().ExcludeFromDescription();
        app.MapGet("/home.css", Style).AllowPublic().ExcludeFromDescription();
    }

    /// <summary>The API page (Scalar), all of it served from here.</summary>
    public static void MapApiPage(this WebApplication app) => app.MapScalarApiReference("/api-docs", options =>
    {
        options.Title = "API – Observatoire des PTCE";
        options.DefaultFonts = false;
        options.HideDeveloperTools().DisableAgent();
        options.OpenApiRoutePattern = "/openapi/{documentName}.json";
        foreach (var service in ServiceHost.Services)
            options.AddDocument(service);
    }).AllowPublic();

    /// <summary>Serves the web application under <c>/app</c> when <c>Web:Folder</c> names its published files.</summary>
    public static void MapWebApplication(this WebApplication app)
    {
        if (app.Configuration["Web:Folder"] is not { Length: > 0 } folder)
            return;
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.GetFullPath(folder)), RequestPath = "/app" });
        app.MapFallbackToFile("/app/{**rest}", "index.html", new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.GetFullPath(folder)) }).AllowPublic();
    }

    private static async Task<RazorComponentResult<HomePage>> ShowAsync(HttpContext http, CampaignProgress progress)
    {
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = "Accept-Language";
        return new(new { Language = Languages.Of(http.Request), Progress = await progress.ReadAsync(http.RequestAborted) });
    }

    private static IResult Style(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream("home.css")!, "text/css; charset=utf-8");
    }
}
