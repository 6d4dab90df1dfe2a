using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Restate.Actors.Benchmarks.Endpoint;

/// <summary>Records spans and metrics as a service in production does, and exports them nowhere: the cost of telemetry without that of a collector.</summary>
internal static class Telemetry
{
    private const string Name = "Restate.Actors";

    // Who collects is kept for the life of the process.
    private static readonly List<IDisposable> Providers = [];

    /// <summary>Starts what the environment variable <c>TELEMETRY</c> names: <c>metrics</c>, <c>all</c>, or nothing.</summary>
    public static void Start(string? wanted)
    {
        if (wanted is "metrics" or "all")
        {
            Providers.Add(Sdk.CreateMeterProviderBuilder().AddMeter(Name).AddReader(new PeriodicExportingMetricReader(new NoMetrics(), 5_000)).Build());
        }

        if (wanted is "all")
        {
            Providers.Add(Sdk.CreateTracerProviderBuilder().AddSource(Name).AddProcessor(new BatchActivityExportProcessor(new NoSpans())).Build());
        }
    }

    private sealed class NoMetrics : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch) => ExportResult.Success;
    }

    private sealed class NoSpans : BaseExporter<System.Diagnostics.Activity>
    {
        public override ExportResult Export(in Batch<System.Diagnostics.Activity> batch) => ExportResult.Success;
    }
}
