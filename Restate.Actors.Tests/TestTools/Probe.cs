using System.Collections.Concurrent;

namespace Restate.Actors.Tests.TestTools;

/// <summary>What actors tell their test past the journal, and points at which the test holds them. One per host.</summary>
public sealed class Probe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _notes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _reached = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new(StringComparer.Ordinal);

    /// <summary>Notes something; an attempt that replays notes it again.</summary>
    public void Note(string topic, string text = "")
    {
        _notes.GetOrAdd(topic, static _ => new()).Enqueue(text);
        Point(_reached, topic).TrySetResult();
    }

    public IReadOnlyCollection<string> Notes(string topic) => _notes.TryGetValue(topic, out var notes) ? [.. notes] : [];

    /// <summary>Throws the first time it is asked, so that the handler is retried and replays.</summary>
    public void FailOnce(string topic)
    {
        var count = Notes(topic).Count;
        Note(topic);
        if (count == 0)
        {
            throw new PlannedFailureException();
        }
    }

    /// <summary>Waits until something was noted.</summary>
    public Task ReachedAsync(string topic) => Point(_reached, topic).Task.WaitAsync(Patience);

    /// <summary>Holds code until the test opens the gate.</summary>
    public Task PassAsync(string gate, CancellationToken cancellationToken = default) => Point(_gates, gate).Task.WaitAsync(Patience, cancellationToken);

    public void Open(string gate) => Point(_gates, gate).TrySetResult();

    private static TaskCompletionSource Point(ConcurrentDictionary<string, TaskCompletionSource> points, string name) =>
        points.GetOrAdd(name, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
