using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ptce.Messaging;
using Ptce.ServiceDefaults.Access;
using Ptce.ServiceDefaults.Clients;
using Ptce.ServiceDefaults.Operations;
using Ptce.ServiceDefaults.Problems;
using Ptce.ServiceDefaults.Telemetry;
using MediaTypeHeaderValue = Microsoft.Net.Http.Headers.MediaTypeHeaderValue;

namespace Ptce.ServiceDefaults;

/// <summary>What every service starts with.</summary>
public static class ServiceHost
{
    /// <summary>The services whose tokens and API documents exist.</summary>
    public static IReadOnlyList<string> Services { get; } = ["members", "survey", "finance", "reporting", "identity"];

    /// <summary>Telemetry, problem details, JSON, token checks, health, clients to other services, API description.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="service">The service: its name is its token audience; <c>standalone</c> stands for all of them.</param>
    /// <exception cref="InvalidOperationException">Security configuration is missing: the service does not start.</exception>
    public static void AddServiceDefaults(this WebApplicationBuilder builder, string service)
    {
        IReadOnlyList<string> mine = service == "standalone" ? Services : [service];
        // One line for each SQL command and request step would cost more than the work; Logging:LogLevel says otherwise where it is configured.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        builder.AddTelemetry(service);
        builder.AddTokenValidation(mine);
        builder.AddServiceClients();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<MessagingReadiness>();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options => ConfigureJson(options.SerializerOptions));
        builder.Services.AddHealthChecks().AddCheck("alive", () => HealthCheckResult.Healthy(), ["alive"]);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        foreach (var name in mine)
            builder.Services.AddServiceDocument(name);
    }

    /// <summary>JSON as the API writes it: camel case, enumerations by name, nulls left out, numbers as numbers.</summary>
    /// <param name="options">Options to set.</param>
    public static void ConfigureJson(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(RequireWhatIsNotNullable);
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }

    // JSON and forms are UTF-8; files say their encoding inside the import. Anything else would only fail later, in a reader.
    private static bool HasReadableCharset(string? contentType) =>
        contentType is null
        || !MediaTypeHeaderValue.TryParse(contentType, out var media)
        || !media.Charset.HasValue
        || media.Charset.Value.Trim('"').ToUpperInvariant() is "UTF-8" or "UTF8" or "US-ASCII" or "ISO-8859-1" or "ISO-8859-15" or "WINDOWS-1252" or "UTF-16" or "UTF-16LE";

    // A request that leaves out or nulls what a handler takes for granted is unreadable (400), not a bug met later (500).
    private static void RequireWhatIsNotNullable(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is not { HasDefaultValue: false, IsNullable: false } parameter || parameter.ParameterType.IsValueType)
                continue;
            property.IsRequired = true;
            property.IsSetNullable = false;
        }
    }

    /// <summary>
    /// Runs a service: a verb (<c>migrate</c> and those that modules add) when one is named, else the pipeline, <c>/health</c>,
    /// <c>/alive</c>, <c>/openapi/{service}.json</c> and what <paramref name="map"/> adds.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <param name="map">The module's endpoints.</param>
    /// <param name="args">Command line.</param>
    /// <returns>Exit code.</returns>
    public static async Task<int> RunServiceAsync(this WebApplication app, Action<WebApplication> map, string[] args)
    {
        if (await Verbs.TryRunAsync(app.Services, args) is { } exitCode)
            return exitCode;
        await app.Services.MigrateAtStartAsync();
        app.UseServicePipeline();
        app.MapServiceEndpoints();
        map(app);
        app.RefuseUndeclaredEndpoints();
        app.Lifetime.ApplicationStarted.Register(() => app.Services.GetRequiredService<MessagingReadiness>().Announce());
        await app.RunAsync();
        return 0;
    }

    /// <summary>Problem details, authentication, authorisation; for hosts that need something of their own in between.</summary>
    /// <param name="app">The application.</param>
    public static void UseServicePipeline(this WebApplication app)
    {
        app.UseProblems();
        app.Use((http, next) => HasReadableCharset(http.Request.ContentType) ? next(http) : RequestProblems.UnsupportedType.With().ExecuteAsync(http));
        app.Use((http, next) =>
        {
            // The idempotency filter digests the body after model binding has read it.
            if (http.Request.Headers.ContainsKey("Idempotency-Key"))
                http.Request.EnableBuffering();
            return next(http);
        });
        app.UseAuthentication();
        app.UseAuthorization();
    }

    /// <summary><c>/health</c> (ready to work), <c>/alive</c> (the process answers) and the API description.</summary>
    /// <param name="app">The application.</param>
    public static void MapServiceEndpoints(this WebApplication app)
    {
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteHealthAsync }).AllowPublic();
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = check => check.Tags.Contains("alive") }).AllowPublic();
        app.MapOpenApi("/openapi/{documentName}.json").AllowPublic();
    }

    private static Task WriteHealthAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsJsonAsync(new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString()),
        });
    }
}
