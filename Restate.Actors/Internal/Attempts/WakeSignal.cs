using System.Runtime.CompilerServices;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Wakes the one loop that awaits it. A wake-up that comes before the wait is not lost; several are one.</summary>
/// <remarks>
/// Its own awaiter, with the state in one field: whoever wakes touches nothing after the exchange that took the continuation, so the loop may
/// wait again at once, on any thread. A reused <see cref="System.Threading.Tasks.Sources.ManualResetValueTaskSourceCore{TResult}"/> does not
/// promise that: it could hand the continuation of the next wait to the wake-up of the last.
/// </remarks>
/// <param name="activity">Is told when the loop parks and when it goes on; nobody in production.</param>
internal sealed class WakeSignal(IAttemptActivity? activity = null) : ICriticalNotifyCompletion
{
    private static readonly Action Woken = static () => { };

    // Null while nothing happened, Woken after a wake-up that nobody took, else what waits.
    private Action? _state;

    /// <summary>Gets whether a wake-up was there already; it is taken.</summary>
    public bool IsCompleted => Interlocked.CompareExchange(ref _state, null, Woken) == Woken;

    /// <summary>Lets the loop go on, on this thread if it waits: its own thread has gone.</summary>
    public void Wake()
    {
        Take()?.Invoke();
    }

    /// <summary>Lets the loop go on, on another thread if it waits. It counts as going on from now, not from when that thread comes to it.</summary>
    public void WakeElsewhere()
    {
        if (Take() is { } waiting)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static waiting => waiting(), waiting, preferLocal: false);
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
            return;
        }

        // Afterwards: who wakes meanwhile counts first, so that a loop that goes on never seems to be parked.
        activity?.End();
    }

    private Action? Take()
    {
        var waiting = Interlocked.Exchange(ref _state, Woken);
        if (waiting is null || waiting == Woken)
        {
            return null;
        }

        activity?.Begin();
        return waiting;
    }
}
