namespace Restate.Actors.Internal.Activations;

/// <summary>Lets one exclusive attempt of a key at a time run handler code in this process.</summary>
/// <remarks>
/// The server guards the key across processes, but it may start a new attempt while the code of an older one, which it has
/// given up, still runs here. The newer one asks the older to stop and waits for it, for a bounded time.
/// </remarks>
internal sealed class ExclusiveGate
{
    private readonly Lock _lock = new();
    private Entry? _newest;

    /// <summary>Enters the gate.</summary>
    /// <param name="holder">Who enters.</param>
    /// <param name="gracePeriod">How long an older holder may take to leave.</param>
    /// <param name="clock">Measures it.</param>
    /// <returns><see langword="false"/> if a newer one came while this one waited; the gate is left already.</returns>
    public ValueTask<bool> EnterAsync(IGateHolder holder, TimeSpan gracePeriod, TimeProvider clock)
    {
        var entry = new Entry(holder);
        Entry? older;
        lock (_lock)
        {
            older = _newest;
            _newest = entry;
        }

        return older is null ? new ValueTask<bool>(true) : WaitAsync(entry, older, gracePeriod, clock);
    }

    public void Leave(IGateHolder holder)
    {
        lock (_lock)
        {
            if (_newest?.Holder == holder)
            {
                _newest.Leave();
                _newest = null;
                return;
            }
        }

        // A newer one waits for it.
        lock (_lock)
        {
            for (var entry = _newest; entry is not null; entry = entry.Older)
            {
                if (entry.Holder == holder)
                {
                    entry.Leave();
                }
            }
        }
    }

    private async ValueTask<bool> WaitAsync(Entry entry, Entry older, TimeSpan gracePeriod, TimeProvider clock)
    {
        lock (_lock)
        {
            entry.Older = older;
        }

        older.Holder.Stop();
        try
        {
            await older.Left.WaitAsync(gracePeriod, clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The server has fenced the older one; it can no longer do harm there.
        }

        lock (_lock)
        {
            entry.Older = null;
            if (_newest == entry)
            {
                return true;
            }

            entry.Leave();
            return false;
        }
    }

    private sealed class Entry(IGateHolder holder)
    {
        private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IGateHolder Holder => holder;

        public Entry? Older { get; set; }

        public Task Left => _left.Task;

        public void Leave() => _left.TrySetResult();
    }
}
