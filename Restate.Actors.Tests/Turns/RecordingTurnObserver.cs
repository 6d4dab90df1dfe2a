using System.Collections.Concurrent;

using Restate.Actors.Internal.Turns;

namespace Restate.Actors.Tests.Turns;

/// <summary>Remembers what a scheduler reported.</summary>
internal sealed class RecordingTurnObserver : ITurnObserver
{
    private int _foreignPosts;

    public int ForeignPosts => Volatile.Read(ref _foreignPosts);

    public ConcurrentQueue<Exception> Exceptions { get; } = new();

    public Action? WhenForeignPost { get; set; }

    public Action<Exception>? WhenException { get; set; }

    public void OnForeignPost()
    {
        Interlocked.Increment(ref _foreignPosts);
        WhenForeignPost?.Invoke();
    }

    public void OnTurnException(Exception exception)
    {
        Exceptions.Enqueue(exception);
        WhenException?.Invoke(exception);
    }
}
