namespace Restate.Actors.Internal.Activations;

/// <summary>Lets one exclusive attempt of a key at a time run handler code in this process.</summary>
/// <remarks>
/// The server guards the key across processes, but it may start a new attempt while the code of an older one, which it has
/// given up, still runs here. So who comes later asks the one inside to stop where it waits next, and enters when it has left, or after
/// a bounded time. All enter in the order in which they came. One that the server has given up meanwhile finds out by its stream, and
/// gets no further than to its first wait as long as others are behind it.
/// </remarks>
internal sealed class ExclusiveGate
{
    private readonly Lock _lock = new();
    private Queue<GateWait>? _waiting;
    private IGateHolder? _holder;

    // Since when the first in the queue waits for the present holder.
    private long _blockedSince;

    /// <summary>Enters the gate if nobody is inside.</summary>
    public bool TryEnter(IGateHolder holder)
    {
        lock (_lock)
        {
            _holder ??= holder;
            return _holder == holder;
        }
    }

    /// <summary>Enters the gate.</summary>
    /// <param name="holder">Who enters.</param>
    /// <param name="gracePeriod">How long an older holder may take to leave.</param>
    /// <param name="clock">Measures it.</param>
    public ValueTask EnterAsync(IGateHolder holder, TimeSpan gracePeriod, TimeProvider clock)
    {
        GateWait wait;
        IGateHolder older;
        lock (_lock)
        {
            if (_holder is null)
            {
                _holder = holder;
                return ValueTask.CompletedTask;
            }

            older = _holder;
            wait = new GateWait(holder, gracePeriod, clock);
            _waiting ??= new Queue<GateWait>();
            if (_waiting.Count == 0)
            {
                _blockedSince = clock.GetTimestamp();
            }

            _waiting.Enqueue(wait);
        }

        older.Stop();
        return WaitAsync(wait);
    }

    /// <summary>Leaves the gate to the first that waits. One that was overtaken after its grace period has nothing to leave.</summary>
    public void Leave(IGateHolder holder)
    {
        GateWait? next;
        lock (_lock)
        {
            if (_holder != holder)
            {
                return;
            }

            next = Admit_NeedsLock();
        }

        Welcome(next);
    }

    private async ValueTask WaitAsync(GateWait wait)
    {
        var started = wait.Clock.GetTimestamp();
        while (!await HasEnteredAsync(wait).ConfigureAwait(false))
        {
            // The server has fenced the older one; it can no longer do harm there.
            Overtake(wait);
        }

        wait.Holder.Waited(wait.Clock.GetElapsedTime(started));
    }

    private async Task<bool> HasEnteredAsync(GateWait wait)
    {
        try
        {
            await wait.Task.WaitAsync(PatienceOf(wait), wait.Clock).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private TimeSpan PatienceOf(GateWait wait)
    {
        lock (_lock)
        {
            if (!IsFirst_NeedsLock(wait))
            {
                return wait.GracePeriod;
            }

            var patience = wait.GracePeriod - wait.Clock.GetElapsedTime(_blockedSince);
            return patience > TimeSpan.Zero ? patience : TimeSpan.Zero;
        }
    }

    private void Overtake(GateWait wait)
    {
        GateWait? next;
        lock (_lock)
        {
            if (!IsFirst_NeedsLock(wait) || wait.Clock.GetElapsedTime(_blockedSince) < wait.GracePeriod)
            {
                return;
            }

            next = Admit_NeedsLock();
        }

        Welcome(next);
    }

    private bool IsFirst_NeedsLock(GateWait wait) => _waiting is not null && _waiting.TryPeek(out var first) && first == wait;

    private GateWait? Admit_NeedsLock()
    {
        GateWait? next = null;
        _holder = _waiting?.TryDequeue(out next) == true ? next.Holder : null;
        if (next is not null)
        {
            next.IsFollowed = _waiting!.Count > 0;
            _blockedSince = next.Clock.GetTimestamp();
        }

        return next;
    }

    private static void Welcome(GateWait? next)
    {
        if (next?.IsFollowed == true)
        {
            next.Holder.Stop();
        }

        next?.Enter();
    }
}
