using System.Diagnostics;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Telemetry;

/// <summary>What somebody wants to know of one attempt: its span with those of its calls and steps, and its measurements.</summary>
/// <remarks>
/// There is one only while somebody listens. <see cref="Activity.Current"/> is set around the attempt and inside steps, never in handler code, where it would be
/// another value in each attempt.
/// </remarks>
internal sealed class AttemptObservation
{
    private readonly ActorTelemetry _telemetry;
    private readonly HandlerCounts _counts;
    private readonly TagList _tags;
    private readonly long _started = Stopwatch.GetTimestamp();
    private TimeSpan _longestTurn;

    // Calls that wait for their result. On the pump.
    private HashSet<Activity>? _openCalls;

    private AttemptObservation(ActorTelemetry telemetry, string service, string handler, Activity? span)
    {
        _telemetry = telemetry;
        _counts = telemetry.CountsOf(service, handler);
        _tags = new TagList { { "restate.service", service }, { "restate.handler", handler } };
        Span = span;
    }

    /// <summary>Gets the span of the attempt, if spans are recorded.</summary>
    public Activity? Span { get; }

    /// <summary>Begins to observe. The span becomes the current activity of the caller.</summary>
    /// <param name="telemetry">Where measurements go.</param>
    /// <param name="service">The wire name of the service.</param>
    /// <param name="handler">The wire name of the handler.</param>
    /// <param name="start">The start message.</param>
    /// <param name="parent">
    /// The trace that the server sent with the attempt, or that the caller sent with its request. Without one the span belongs to the current activity, if that is recorded.
    /// </param>
    public static AttemptObservation Begin(ActorTelemetry telemetry, string service, string handler, StartMessage start, ActivityContext parent)
    {
        if (Activity.Current is { Recorded: false, Source.Name: "" })
        {
            // The web server's activity for a request whose spans nobody records. As a parent it would make samplers drop the attempt.
            Activity.Current = null;
        }

        var span = ActorTelemetry.Spans.StartActivity($"{service}/{handler}", ActivityKind.Server, parent);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("rpc.system", "restate").SetTag("rpc.service", service).SetTag("rpc.method", handler)
                .SetTag("restate.invocation.id", start.DebugId)
                .SetTag("restate.retry_count", (long)start.RetryCountSinceLastStoredEntry)
                .SetTag("restate.journal.entries", (long)start.KnownEntries);
            if (start.Key.Length > 0)
            {
                span.SetTag("restate.key", start.Key);
            }
        }

        var observation = new AttemptObservation(telemetry, service, handler, span);

        // The input is an entry, too; a journal that holds no more is not replayed.
        if (start.KnownEntries > 1)
        {
            observation._counts.Replayed(start.KnownEntries - 1);
        }

        return observation;
    }

    /// <summary>A turn, or several without a wait between them, has ended.</summary>
    /// <param name="started">When it began, as <see cref="Stopwatch"/> counts.</param>
    public void TurnEnded(long started)
    {
        var turn = Stopwatch.GetElapsedTime(started);
        _longestTurn = turn > _longestTurn ? turn : _longestTurn;
    }

    public void GateWaited(TimeSpan time) => _telemetry.GateWait.Record(time.TotalSeconds, _tags);

    public void Escaped()
    {
        _telemetry.Escapes.Add(1, _tags);
        Span?.AddEvent(new ActivityEvent("restate.escape"));
    }

    public void InputTaken(int bytes) => _counts.InputTaken(bytes);

    public void OutputGiven(int bytes) => _counts.OutputGiven(bytes);

    /// <summary>Records a new call of the handler until its result is there. On the pump.</summary>
    public void CallStarted(string service, string handler, Task result)
    {
        if (StartChild($"call {service}/{handler}", ActivityKind.Client, service, handler) is not { } call)
        {
            return;
        }

        (_openCalls ??= []).Add(call);

        // Inline on the pump, before what the handler awaits: so nothing else changes its place.
        _ = result.ContinueWith(
            task => CallEnded(call, task), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Records a new one-way call of the handler. On the pump.</summary>
    public void Sent(string service, string handler)
    {
        if (StartChild($"send {service}/{handler}", ActivityKind.Producer, service, handler) is { } send)
        {
            Stop(send);
        }
    }

    /// <summary>Begins the execution of a step. The span becomes the current activity of the caller, so that what the step does counts as its children. From any thread.</summary>
    public RunObservation StartRun(string name)
    {
        var span = Span is null ? null : ActorTelemetry.Spans.StartActivity($"run {name}", ActivityKind.Internal, Span.Context);
        span?.SetTag("restate.run.name", name);
        return new RunObservation(_telemetry.RunDuration, _tags, span);
    }

    /// <summary>Ends the observation.</summary>
    public void End(AttemptOutcome outcome, Exception? error, string? failure)
    {
        foreach (var call in _openCalls ?? [])
        {
            call.SetTag("restate.outcome", "pending");
            Stop(call);
        }

        _openCalls = null;
        var name = OutcomeNames.Of(outcome);
        var tags = _tags;
        tags.Add("restate.outcome", name);
        _counts.AttemptEnded(outcome);
        _telemetry.AttemptDuration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, tags);
        _telemetry.TurnDuration.Record(_longestTurn.TotalSeconds, _tags);
        if (Span is null)
        {
            return;
        }

        Span.SetTag("restate.outcome", name);
        if (outcome is AttemptOutcome.Failed or AttemptOutcome.Retried)
        {
            Span.SetStatus(ActivityStatusCode.Error, failure);
            if (error is not null)
            {
                Span.SetTag("error.type", error.GetType().FullName);
                Span.AddException(error);
            }
        }

        Span.Dispose();
    }

    // Handler code must not see the span.
    private static void Stop(Activity activity)
    {
        var current = Activity.Current;
        activity.Dispose();
        Activity.Current = current;
    }

    private Activity? StartChild(string name, ActivityKind kind, string service, string handler)
    {
        if (Span is null)
        {
            return null;
        }

        var current = Activity.Current;
        var child = ActorTelemetry.Spans.StartActivity(name, kind, Span.Context);
        Activity.Current = current;
        return child?.SetTag("rpc.system", "restate").SetTag("rpc.service", service).SetTag("rpc.method", handler);
    }

    private void CallEnded(Activity call, Task result)
    {
        if (_openCalls?.Remove(call) != true)
        {
            return;
        }

        if (!result.IsCompletedSuccessfully)
        {
            call.SetStatus(ActivityStatusCode.Error);
            call.SetTag("error.type", result.Exception?.InnerException?.GetType().FullName);
        }

        Stop(call);
    }
}
