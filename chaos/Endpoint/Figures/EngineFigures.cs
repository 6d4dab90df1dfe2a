using System.Diagnostics.Metrics;

namespace Restate.Actors.Chaos.Endpoint.Figures;

/// <summary>Asks the engine's own instruments what it holds.</summary>
internal sealed class EngineFigures : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _values = [];
    private readonly MeterListener _listener = new();

    public EngineFigures()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Restate.Actors" && instrument is ObservableUpDownCounter<int>)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => _values[NameOf(instrument, tags)] = value);
        _listener.Start();
    }

    public (long Attempts, long ActiveKeys, long WarmKeys) Read()
    {
        lock (_lock)
        {
            _listener.RecordObservableInstruments();
            return (Of("active_attempts"), Of("activations active"), Of("activations warm"));
        }
    }

    public void Dispose() => _listener.Dispose();

    private static string NameOf(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        tags.IsEmpty ? instrument.Name : $"{instrument.Name} {tags[0].Value}";

    private long Of(string name) => _values.GetValueOrDefault($"restate.actors.{name}");
}
