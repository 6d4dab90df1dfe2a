using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace TelemetrySample;

/// <summary>Writes each measurement as one line.</summary>
public sealed class ConsoleMetrics : BaseExporter<Metric>
{
    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                List<string> tags = [];
                foreach (var tag in point.Tags)
                {
                    tags.Add($"{tag.Value}");
                }

                Console.WriteLine($"  {metric.Name,-36} {string.Join(' ', tags),-32} {Text(metric, point)}");
            }
        }

        return ExportResult.Success;
    }

    private static string Text(Metric metric, in MetricPoint point) => metric.MetricType switch
    {
        MetricType.Histogram => $"{point.GetHistogramCount()} x, {point.GetHistogramSum():0.#####} {metric.Unit} together",
        _ => $"{point.GetSumLong()}",
    };
}
