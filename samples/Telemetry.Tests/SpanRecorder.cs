using System.Collections.Concurrent;
using System.Diagnostics;

namespace TelemetrySample.Tests;

/// <summary>Keeps the spans that the actors have written while a test ran.</summary>
internal sealed class SpanRecorder : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public SpanRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Restate.Actors",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Gets the spans that have ended, in alphabetical order: the name, and the outcome of an attempt or that it is an error.</summary>
    public IReadOnlyList<string> Ended => [.. _spans.Select(Text).Order(StringComparer.Ordinal)];

    public void Dispose() => _listener.Dispose();

    private static string Text(Activity span)
    {
        var outcome = span.GetTagItem("restate.outcome") ?? (span.Status == ActivityStatusCode.Error ? "error" : "");
        return $"{span.DisplayName} {outcome}".TrimEnd();
    }
}
