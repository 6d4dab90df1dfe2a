using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace TelemetrySample;

/// <summary>Sends spans and metrics to the console and, if OTEL_EXPORTER_OTLP_ENDPOINT is set, to a collector.</summary>
public sealed class Exports : IDisposable
{
    private readonly TracerProvider _spans;
    private readonly MeterProvider _metrics;

    private Exports(TracerProvider spans, MeterProvider metrics)
    {
        _spans = spans;
        _metrics = metrics;
    }

    public static Exports Start()
    {
        var spans = Sdk.CreateTracerProviderBuilder()
            .AddSource("Restate.Actors", "System.Net.Http", Demo.SourceName)
            .AddProcessor(new SimpleActivityExportProcessor(new ConsoleSpans()));
        var metrics = Sdk.CreateMeterProviderBuilder()
            .AddMeter("Restate.Actors")
            .AddReader(new BaseExportingMetricReader(new ConsoleMetrics()));
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 })
        {
            spans.AddOtlpExporter();
            metrics.AddOtlpExporter();
        }

        return new Exports(spans.Build(), metrics.Build());
    }

    public void Dispose()
    {
        // The metrics are written when their provider ends.
        _spans.Dispose();
        _metrics.Dispose();
    }
}
