using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Restate.Actors.Tests.Telemetry;

/// <summary>Listens to the instruments of the product, of one kind of service: other tests run at the same time.</summary>
internal sealed class MeterCollector : IDisposable
{
    private readonly ConcurrentQueue<string> _measurements = new();
    private readonly MeterListener _listener = new();
    private readonly string _handler;

    /// <param name="handler">The wire name of the handler whose measurements are kept.</param>
    /// <param name="meter">The meter whose observable instruments are kept.</param>
    public MeterCollector(string handler, Meter? meter = null)
    {
        _handler = handler;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Restate.Actors" && (!instrument.IsObservable || instrument.Meter == meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value.ToString(CultureInfo.InvariantCulture), tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value.ToString(CultureInfo.InvariantCulture), tags));

        // Durations differ from run to run.
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value >= 0 ? "time" : "negative", tags));
        _listener.Start();
    }

    /// <summary>Takes the measurements so far, as <c>name tag=value: measurement</c>, without the prefix and the tags of service and handler.</summary>
    public IReadOnlyList<string> Take()
    {
        List<string> taken = [];
        while (_measurements.TryDequeue(out var measurement))
        {
            taken.Add(measurement);
        }

        return taken;
    }

    /// <summary>Asks the observable instruments.</summary>
    public IReadOnlyList<string> Observe()
    {
        Take();
        _listener.RecordObservableInstruments();
        return Take();
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        List<string> others = [];
        foreach (var (name, tag) in tags)
        {
            if (name == "restate.handler" && !_handler.Equals(tag))
            {
                return;
            }

            if (name is not ("restate.service" or "restate.handler"))
            {
                others.Add($" {name}={tag}");
            }
        }

        _measurements.Enqueue($"{instrument.Name["restate.actors.".Length..]}{string.Concat(others)}: {value}");
    }
}
