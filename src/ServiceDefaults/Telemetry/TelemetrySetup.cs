using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Ptce.Messaging;

namespace Ptce.ServiceDefaults.Telemetry;

/// <summary>Traces, metrics and logs by OpenTelemetry, exported by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. No personal data, no answers.</summary>
internal static class TelemetrySetup
{
    internal static void AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? service))
            .WithTracing(tracing => tracing
                .AddSource("Ptce.*", MessagingTelemetry.Name)
                .AddAspNetCoreInstrumentation(options => options.Filter = http => http.Request.Path != "/health" && http.Request.Path != "/alive")
                .AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics
                .AddMeter("Ptce.*", MessagingTelemetry.Name)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation());
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            builder.Logging.AddOpenTelemetry(logging => logging.IncludeScopes = true);
            telemetry.UseOtlpExporter();
        }
    }
}
