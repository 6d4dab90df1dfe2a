using System.Threading.Tasks.Sources;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Wakes the one loop that waits for it. A wake-up that comes before the wait is not lost; several are one.</summary>
internal sealed class WakeSignal : IValueTaskSource
{
    private const int Quiet = 0;
    private const int Set = 1;
    private const int Waiting = 2;

    // The loop continues on the thread that wakes it: that thread has nothing better to do.
    private ManualResetValueTaskSourceCore<bool> _source;
    private int _state;

    public void Wake()
    {
        if (Interlocked.Exchange(ref _state, Set) == Waiting)
        {
            _source.SetResult(true);
        }
    }

    /// <summary>Waits for a wake-up. Only one wait at a time.</summary>
    public ValueTask WaitAsync()
    {
        _source.Reset();
        if (Interlocked.CompareExchange(ref _state, Waiting, Quiet) == Set)
        {
            Interlocked.Exchange(ref _state, Quiet);
            return ValueTask.CompletedTask;
        }

        return new ValueTask(this, _source.Version);
    }

    void IValueTaskSource.GetResult(short token)
    {
        _source.GetResult(token);

        // The loop looks at everything after this; a full fence, so that it cannot look before.
        Interlocked.Exchange(ref _state, Quiet);
    }

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        _source.OnCompleted(continuation, state, token, flags);
    }
}
