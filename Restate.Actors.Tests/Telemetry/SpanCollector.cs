using System.Collections.Concurrent;
using System.Diagnostics;

namespace Restate.Actors.Tests.Telemetry;

/// <summary>Listens to the spans of the product that belong to one trace: other tests run at the same time.</summary>
internal sealed class SpanCollector : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public SpanCollector(params string[] otherSources)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Restate.Actors" || otherSources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => options.TraceId == TraceId ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = span =>
            {
                if (span.TraceId == TraceId)
                {
                    _spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ActivityTraceId TraceId { get; } = ActivityTraceId.CreateRandom();

    /// <summary>Gets the span that the test pretends to be the parent.</summary>
    public ActivitySpanId ParentId { get; } = ActivitySpanId.CreateRandom();

    public string TraceParent => $"00-{TraceId}-{ParentId}-01";

    /// <summary>Gets the spans that have ended, in the order of their ends.</summary>
    public IReadOnlyList<Activity> Spans => [.. _spans];

    public Activity Find(string name) => Spans.Single(span => span.DisplayName == name);

    public void Dispose() => _listener.Dispose();
}
