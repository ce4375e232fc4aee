using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LabelService.Web.Operations;

/// <summary>
/// Numbers for Prometheus at <c>/metrics</c>; and where the standard variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector, numbers and
/// traces are sent there.
/// </summary>
internal static class Watching
{
    public const string CollectorVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddWatching(this IServiceCollection services, IConfiguration settings)
    {
        var sends = !string.IsNullOrWhiteSpace(settings[CollectorVariable]);
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("labelservice"))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(ServiceMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                    .AddRuntimeInstrumentation()
                    .AddPrometheusExporter();
                if (sends)
                {
                    metrics.AddOtlpExporter();
                }
            });
        if (sends)
        {
            // Npgsql tells of its statements without their values. What operators' own probes ask is not worth a trace.
            telemetry.WithTracing(traces => traces
                .AddSource("Npgsql")
                .AddAspNetCoreInstrumentation(options => options.Filter = context => !context.Request.Path.StartsWithSegments("/health") && !context.Request.Path.StartsWithSegments("/metrics"))
                .AddOtlpExporter());
        }
    }
}
