using System.Collections.Concurrent;
using Template._1.Actors;

namespace Template._1.Tests;

/// <summary>Remembers what people were told.</summary>
public sealed class RecordingNotifier : INotifier
{
    private readonly ConcurrentQueue<string> _messages = [];

    public IReadOnlyCollection<string> Messages => _messages;

    public Task NotifyAsync(string name, string text, CancellationToken cancellationToken)
    {
        _messages.Enqueue($"{name}: {text}");
        return Task.CompletedTask;
    }
}
