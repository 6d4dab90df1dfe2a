using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Restate.Actors.Internal.Telemetry;

/// <summary>The spans and instruments of one engine. They cost nothing while nobody listens.</summary>
/// <remarks>Names and units follow the conventions of OpenTelemetry; docs/telemetry.md lists them.</remarks>
internal sealed class ActorTelemetry : IDisposable
{
    public const string Name = "Restate.Actors";

    private static readonly string Version = typeof(ActorTelemetry).Assembly.GetName().Version!.ToString(3);

    private readonly Meter _meter = new(Name, Version);

    public ActorTelemetry()
    {
        Attempts = _meter.CreateCounter<long>("restate.actors.attempts", "{attempt}", "Attempts that have ended, by outcome.");
        AttemptDuration = _meter.CreateHistogram<double>("restate.actors.attempt.duration", "s", "How long attempts take, waits of suspended invocations left out.");
        TurnDuration = _meter.CreateHistogram<double>("restate.actors.turn.duration", "s", "How long handlers hold their thread between two waits.");
        ReplayedEntries = _meter.CreateCounter<long>("restate.actors.replayed_entries", "{entry}", "Journal entries that were sent to attempts for a replay.");
        GateWait = _meter.CreateHistogram<double>("restate.actors.gate.wait.duration", "s", "How long attempts wait for an older one of their key in this process. Each is an overlap.");
        Escapes = _meter.CreateCounter<long>("restate.actors.escapes", "{escape}", "Awaits of something that is not durable (RSTA2003).");
        RunDuration = _meter.CreateHistogram<double>("restate.actors.run.duration", "s", "How long executions of durable steps take.");
        PayloadSize = _meter.CreateHistogram<long>("restate.actors.payload.size", "By", "Sizes of the inputs and results of handlers.");
    }

    public static ActivitySource Spans { get; } = new(Name, Version);

    public Counter<long> Attempts { get; }

    public Histogram<double> AttemptDuration { get; }

    public Histogram<double> TurnDuration { get; }

    public Counter<long> ReplayedEntries { get; }

    public Histogram<double> GateWait { get; }

    public Counter<long> Escapes { get; }

    public Histogram<double> RunDuration { get; }

    public Histogram<long> PayloadSize { get; }

    /// <summary>Gets whether anybody wants to know of an attempt that begins now.</summary>
    public bool IsEnabled => Spans.HasListeners() || Attempts.Enabled || AttemptDuration.Enabled || TurnDuration.Enabled || ReplayedEntries.Enabled
        || GateWait.Enabled || Escapes.Enabled || RunDuration.Enabled || PayloadSize.Enabled;

    /// <summary>Lets listeners ask for what the engine holds.</summary>
    /// <param name="countAttempts">Counts the attempts that run.</param>
    /// <param name="countActivations">Counts the activations.</param>
    public void Watch(Func<int> countAttempts, Func<ActivationCounts> countActivations)
    {
        _meter.CreateObservableUpDownCounter("restate.actors.active_attempts", countAttempts, "{attempt}", "Attempts that run or wait on an open stream.");
        _meter.CreateObservableUpDownCounter("restate.actors.activations", () => Activations(countActivations()), "{activation}", "Keys that this process keeps in memory, in use or warm.");
        _meter.CreateObservableUpDownCounter(
            "restate.actors.blocked_keys", () => countActivations().Blocked, "{key}", "Keys whose last exclusive attempt in this process failed and is to be retried: other calls of the key wait.");
    }

    public void Dispose() => _meter.Dispose();

    private static Measurement<int>[] Activations(ActivationCounts counts) =>
    [
        new(counts.Active, KeyValuePair.Create<string, object?>("state", "active")),
        new(counts.Warm, KeyValuePair.Create<string, object?>("state", "warm")),
    ];
}
