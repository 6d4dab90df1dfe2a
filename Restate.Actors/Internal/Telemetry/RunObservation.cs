using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Restate.Actors.Internal.Telemetry;

/// <summary>What somebody wants to know of one execution of a step.</summary>
internal readonly struct RunObservation(Histogram<double> duration, TagList tags, Activity? span)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public void End(Exception? error)
    {
        var all = tags;
        all.Add("restate.outcome", error is null ? "completed" : "failed");
        duration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, all);
        if (span is not null && error is not null)
        {
            span.SetStatus(ActivityStatusCode.Error, error.Message).SetTag("error.type", error.GetType().FullName);
            span.AddException(error);
        }

        span?.Dispose();
    }
}
