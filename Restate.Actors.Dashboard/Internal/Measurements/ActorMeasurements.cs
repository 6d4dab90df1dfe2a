using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Restate.Actors.Dashboard.Internal.Measurements;

/// <summary>Listens to the meter of the actors in this process.</summary>
/// <remarks>It hears all engines of the process, as every listener does.</remarks>
internal sealed class ActorMeasurements(TimeProvider clock) : IDisposable
{
    private const string MeterName = "Restate.Actors";

    // Names come from the handlers that exist; this is against mistakes only.
    private const int MostHandlers = 5_000;

    private readonly ConcurrentDictionary<(string Service, string Handler), HandlerMeasurements> _handlers = new();
    private readonly MeterListener _listener = new();
    private readonly Lock _reading = new();
    private int _isStarted;
    private ProcessCounts _counts = new();

    /// <summary>Begins to listen, the first time.</summary>
    public void Start()
    {
        if (Interlocked.Exchange(ref _isStarted, 1) != 0)
        {
            return;
        }

        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == MeterName && IsWanted(instrument.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, value, tags, _) => Ended(value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Observed(instrument.Name, value, tags));
        _listener.Start();
    }

    /// <summary>Asks the engines what they hold now.</summary>
    public ProcessCounts ReadCounts()
    {
        lock (_reading)
        {
            _counts = new ProcessCounts();
            _listener.RecordObservableInstruments();
            return _counts;
        }
    }

    /// <summary>Gets what was measured of a handler, or <see langword="null"/> if it did not run here.</summary>
    public HandlerRates? Read(string service, string handler) => _handlers.TryGetValue((service, handler), out var found) ? found.Read() : null;

    public void Dispose() => _listener.Dispose();

    private static bool IsWanted(string instrument) => instrument is "restate.actors.attempt.duration"
        or "restate.actors.active_attempts" or "restate.actors.activations" or "restate.actors.blocked_keys";

    private static string? TagOf(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == name)
            {
                return tag.Value as string;
            }
        }

        return null;
    }

    private void Ended(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (HandlerOf(tags) is { } measured && Enum.TryParse<AttemptResult>(TagOf(tags, "restate.outcome"), ignoreCase: true, out var result))
        {
            measured.AttemptsEnded(result, 1);
            measured.AttemptTook(seconds);
        }
    }

    // Called by ReadCounts only.
    private void Observed(string instrument, int value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _counts = (instrument, TagOf(tags, "state")) switch
    {
        ("restate.actors.active_attempts", _) => _counts with { ActiveAttempts = _counts.ActiveAttempts + value },
        ("restate.actors.activations", "active") => _counts with { ActiveKeys = _counts.ActiveKeys + value },
        ("restate.actors.activations", "warm") => _counts with { WarmKeys = _counts.WarmKeys + value },
        ("restate.actors.blocked_keys", _) => _counts with { BlockedKeys = _counts.BlockedKeys + value },
        _ => _counts,
    };

    private HandlerMeasurements? HandlerOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (TagOf(tags, "restate.service") is not { } service || TagOf(tags, "restate.handler") is not { } handler)
        {
            return null;
        }

        if (_handlers.TryGetValue((service, handler), out var known))
        {
            return known;
        }

        return _handlers.Count < MostHandlers ? _handlers.GetOrAdd((service, handler), _ => new HandlerMeasurements(clock)) : null;
    }
}
