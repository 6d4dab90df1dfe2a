namespace Restate.Actors.Internal.Activations;

/// <summary>Lets one exclusive attempt of a key at a time run handler code in this process.</summary>
/// <remarks>
/// The server guards the key across processes, but it may start a new attempt while the code of an older one, which it has
/// given up, still runs here. The newer one asks the older to stop and waits for it, for a bounded time. Only the newest waits:
/// the server has given up those in between.
/// </remarks>
internal sealed class ExclusiveGate
{
    private readonly Lock _lock = new();
    private IGateHolder? _holder;
    private GateWait? _waiting;

    // When the holder was first asked to stop: its time does not begin anew with each that comes.
    private long _askedAt;

    /// <summary>Enters the gate.</summary>
    /// <param name="holder">Who enters.</param>
    /// <param name="gracePeriod">How long an older holder may take to leave.</param>
    /// <param name="clock">Measures it.</param>
    /// <returns><see langword="false"/> if a newer one came while this one waited; then there is nothing to leave.</returns>
    public ValueTask<bool> EnterAsync(IGateHolder holder, TimeSpan gracePeriod, TimeProvider clock)
    {
        GateWait wait;
        GateWait? replaced;
        IGateHolder older;
        TimeSpan patience;
        lock (_lock)
        {
            if (_holder is null)
            {
                _holder = holder;
                return new ValueTask<bool>(true);
            }

            older = _holder;
            replaced = _waiting;
            _askedAt = replaced is null ? clock.GetTimestamp() : _askedAt;
            patience = gracePeriod - clock.GetElapsedTime(_askedAt);
            wait = _waiting = new GateWait(holder);
        }

        replaced?.End(hasEntered: false);
        older.Stop();
        return WaitAsync(wait, patience > TimeSpan.Zero ? patience : TimeSpan.Zero, clock);
    }

    /// <summary>Leaves the gate to the one that waits. One that was overtaken after its grace period has nothing to leave.</summary>
    public void Leave(IGateHolder holder)
    {
        GateWait? next;
        lock (_lock)
        {
            if (_holder != holder)
            {
                return;
            }

            next = _waiting;
            _holder = next?.Holder;
            _waiting = null;
        }

        next?.End(hasEntered: true);
    }

    private async ValueTask<bool> WaitAsync(GateWait wait, TimeSpan patience, TimeProvider clock)
    {
        var started = clock.GetTimestamp();
        try
        {
            return await wait.Task.WaitAsync(patience, clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The server has fenced the older one; it can no longer do harm there.
            Overtake(wait);
            return await wait.Task.ConfigureAwait(false);
        }
        finally
        {
            wait.Holder.Waited(clock.GetElapsedTime(started));
        }
    }

    private void Overtake(GateWait wait)
    {
        lock (_lock)
        {
            if (_waiting != wait)
            {
                return;
            }

            _holder = wait.Holder;
            _waiting = null;
        }

        wait.End(hasEntered: true);
    }
}
