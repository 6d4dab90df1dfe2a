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

    /// <summary>Waits like the signal itself. Once the loop sleeps and others may wake it, its thread, which is free then, executes a step.</summary>
    /// <param name="step">The step, or <see langword="null"/> for none.</param>
    public WorkingSleep Sleep(StepExecution? step) => new(this, step);

    // After this the loop looks at everything; a full fence, so that it cannot look before.
    public void GetResult() => Interlocked.Exchange(ref _state, null);

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        if (!TrySleep(continuation))
        {
            continuation();
            return;
        }

        Parked();
    }

    // After the loop can be woken: who wakes meanwhile counts first, so that a loop that goes on never seems to be parked.
    private void Parked() => activity?.End();

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

    /// <summary>Makes the next wake-up call the continuation.</summary>
    /// <returns><see langword="false"/> if it has come meanwhile; the continuation is the caller's matter then.</returns>
    private bool TrySleep(Action continuation) => Interlocked.CompareExchange(ref _state, continuation, null) is null;

    /// <summary>The wait of a loop whose thread has a step to execute.</summary>
    public readonly struct WorkingSleep(WakeSignal signal, StepExecution? step) : ICriticalNotifyCompletion
    {
        public bool IsCompleted
        {
            get
            {
                var isWoken = signal.IsCompleted;
                if (isWoken)
                {
                    step?.Queue();
                }

                return isWoken;
            }
        }

        public WorkingSleep GetAwaiter() => this;

        public void GetResult() => signal.GetResult();

        public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation)
        {
            if (!signal.TrySleep(continuation))
            {
                step?.Queue();
                continuation();
                return;
            }

            if (step?.ExecuteHere() == false)
            {
                // It goes on elsewhere; what was held back for its result has to wait no longer.
                signal.Wake();
            }

            signal.Parked();
        }
    }
}
