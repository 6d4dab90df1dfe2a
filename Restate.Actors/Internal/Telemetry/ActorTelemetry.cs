using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<(string Service, string Handler), HandlerCounts> _counts = [];

    public ActorTelemetry()
    {
        Attempts = Count("restate.actors.attempts", counts => counts.ReadAttempts(), "{attempt}", "Attempts that have ended, by outcome.");
        AttemptDuration = _meter.CreateHistogram<double>("restate.actors.attempt.duration", "s", "How long attempts take, waits of suspended invocations left out.");
        TurnDuration = _meter.CreateHistogram<double>("restate.actors.turn.duration", "s", "The longest time for which an attempt's handler held its thread between two waits.");
        ReplayedEntries = Count("restate.actors.replayed_entries", counts => counts.ReadReplayedEntries(), "{entry}", "Journal entries that were sent to attempts for a replay.");
        GateWait = _meter.CreateHistogram<double>("restate.actors.gate.wait.duration", "s", "How long attempts wait for an older one of their key in this process. Each is an overlap.");
        Escapes = _meter.CreateCounter<long>("restate.actors.escapes", "{escape}", "Awaits of something that is not durable (RSTA2003).");
        RunDuration = _meter.CreateHistogram<double>("restate.actors.run.duration", "s", "How long executions of durable steps take.");
        Payloads = Count("restate.actors.payload.io", counts => counts.ReadPayloads(), "By", "Bytes of the inputs and results of handlers.");
    }

    public static ActivitySource Spans { get; } = new(Name, Version);

    public ObservableCounter<long> Attempts { get; }

    public Histogram<double> AttemptDuration { get; }

    public Histogram<double> TurnDuration { get; }

    public ObservableCounter<long> ReplayedEntries { get; }

    public Histogram<double> GateWait { get; }

    public Counter<long> Escapes { get; }

    public Histogram<double> RunDuration { get; }

    public ObservableCounter<long> Payloads { get; }

    /// <summary>Gets whether anybody wants to know of an attempt that begins now.</summary>
    public bool IsEnabled => Spans.HasListeners() || Attempts.Enabled || AttemptDuration.Enabled || TurnDuration.Enabled || ReplayedEntries.Enabled
        || GateWait.Enabled || Escapes.Enabled || RunDuration.Enabled || Payloads.Enabled;

    /// <summary>Gets what is counted of a handler.</summary>
    public HandlerCounts CountsOf(string service, string handler) => _counts.GetOrAdd((service, handler), static name => new HandlerCounts(name.Service, name.Handler));

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

    private ObservableCounter<long> Count(string name, Func<HandlerCounts, IEnumerable<Measurement<long>>> read, string unit, string description)
    {
        return _meter.CreateObservableCounter(name, () => _counts.Values.SelectMany(read), unit, description);
    }

    private static Measurement<int>[] Activations(ActivationCounts counts) =>
    [
        new(counts.Active, KeyValuePair.Create<string, object?>("state", "active")),
        new(counts.Warm, KeyValuePair.Create<string, object?>("state", "warm")),
    ];
}
