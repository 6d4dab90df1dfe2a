using System.Diagnostics.Metrics;

namespace Restate.Actors.Internal.Telemetry;

/// <summary>What is counted of one handler. Listeners read it when they collect: a count costs them nothing at each attempt.</summary>
internal sealed class HandlerCounts(string service, string handler)
{
    private readonly long[] _attempts = new long[Enum.GetValues<AttemptOutcome>().Length];
    private readonly KeyValuePair<string, object?>[] _tags = [KeyValuePair.Create<string, object?>("restate.service", service), KeyValuePair.Create<string, object?>("restate.handler", handler)];
    private long _replayedEntries;
    private long _inputBytes;
    private long _outputBytes;

    public void AttemptEnded(AttemptOutcome outcome) => Interlocked.Increment(ref _attempts[(int)outcome]);

    public void Replayed(long entries) => Interlocked.Add(ref _replayedEntries, entries);

    public void InputTaken(int bytes) => Interlocked.Add(ref _inputBytes, bytes);

    public void OutputGiven(int bytes) => Interlocked.Add(ref _outputBytes, bytes);

    public IEnumerable<Measurement<long>> ReadAttempts()
    {
        foreach (var outcome in Enum.GetValues<AttemptOutcome>())
        {
            if (Interlocked.Read(ref _attempts[(int)outcome]) is > 0 and var count)
            {
                yield return new Measurement<long>(count, [.. _tags, KeyValuePair.Create<string, object?>("restate.outcome", OutcomeNames.Of(outcome))]);
            }
        }
    }

    public IEnumerable<Measurement<long>> ReadReplayedEntries()
    {
        if (Interlocked.Read(ref _replayedEntries) is > 0 and var count)
        {
            yield return new Measurement<long>(count, _tags);
        }
    }

    public IEnumerable<Measurement<long>> ReadPayloads()
    {
        yield return new Measurement<long>(Interlocked.Read(ref _inputBytes), [.. _tags, KeyValuePair.Create<string, object?>("direction", "input")]);
        yield return new Measurement<long>(Interlocked.Read(ref _outputBytes), [.. _tags, KeyValuePair.Create<string, object?>("direction", "output")]);
    }
}
