using System.Diagnostics;
using OpenTelemetry;

namespace TelemetrySample;

/// <summary>Writes each span as one line when it ends.</summary>
public sealed class ConsoleSpans : BaseExporter<Activity>
{
    public override ExportResult Export(in Batch<Activity> batch)
    {
        foreach (var span in batch)
        {
            if (span is { Source.Name: "System.Net.Http", Parent: null })
            {
                // The health checks of the local server.
                continue;
            }

            Console.WriteLine(
                $"  span {span.SpanId} < {(span.ParentSpanId == default ? "-" : span.ParentSpanId)}  {span.Kind,-8} {span.DisplayName,-24} "
                + $"{span.Duration.TotalMilliseconds,7:F1} ms  {(span.Status == ActivityStatusCode.Error ? "error" : string.Empty)} {span.GetTagItem("restate.outcome")}");
        }

        return ExportResult.Success;
    }
}
