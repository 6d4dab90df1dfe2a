using System.Runtime.CompilerServices;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Wakes the one loop that awaits it. A wake-up that comes before the wait is not lost; several are one.</summary>
/// <remarks>
/// Its own awaiter, with the state in one field: whoever wakes touches nothing after the exchange that took the continuation, so the loop may
/// wait again at once, on any thread. A reused <see cref="System.Threading.Tasks.Sources.ManualResetValueTaskSourceCore{TResult}"/> does not
/// promise that: it could hand the continuation of the next wait to the wake-up of the last.
/// </remarks>
internal sealed class WakeSignal : ICriticalNotifyCompletion
{
    private static readonly Action Woken = static () => { };

    // Null while nothing happened, Woken after a wake-up that nobody took, else what waits.
    private Action? _state;

    /// <summary>Gets whether a wake-up was there already; it is taken.</summary>
    public bool IsCompleted => Interlocked.CompareExchange(ref _state, null, Woken) == Woken;

    /// <summary>Lets the loop go on, on this thread if it waits: its own thread has gone.</summary>
    public void Wake()
    {
        var waiting = Interlocked.Exchange(ref _state, Woken);
        if (waiting is not null && waiting != Woken)
        {
            waiting();
        }
    }

    public WakeSignal GetAwaiter() => this;

    // After this the loop looks at everything; a full fence, so that it cannot look before.
    public void GetResult() => Interlocked.Exchange(ref _state, null);

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        if (Interlocked.CompareExchange(ref _state, continuation, null) is not null)
        {
            // Woken meanwhile.
            continuation();
        }
    }
}
