namespace Restate.Actors.Testing.Internal.Server;

/// <summary>Does the work of the server, one piece after the other, on the thread that brings work while none is done.</summary>
/// <remarks>
/// Attempts run inside the work: what the server sends to them makes them go on until they wait. When nothing is left and nobody holds the
/// loop, everything is idle, and only a timer or somebody outside can bring new work.
/// </remarks>
internal sealed class ServerLoop(IWorkOrder order)
{
    private static readonly object NoLane = new();

    // Guards the order and the flags; never held while work is done.
    private readonly Lock _lock = new();

    // Held while work is done, so that others can look at the server in between.
    private readonly Lock _working = new();
    private readonly List<TaskCompletionSource> _idleWaits = [];
    private bool _isPumping;
    private bool _isKicked;
    private int _holds;
    private long _workDone;

    /// <summary>Gets or sets what is done when everything is idle; it returns whether it has brought new work.</summary>
    public Func<bool> Idle { get; set; } = static () => false;

    /// <summary>Gets or sets who is told of an exception in the server's own code.</summary>
    public Action<Exception> Failed { get; set; } = static _ => { };

    /// <summary>Gets how many pieces of work were done.</summary>
    public long WorkDone => Volatile.Read(ref _workDone);

    /// <summary>Adds work, and does it here unless another thread is doing work.</summary>
    public void Post(object? lane, Action work)
    {
        lock (_lock)
        {
            order.Add(lane ?? NoLane, work);
        }

        Kick();
    }

    /// <summary>Adds work that comes from an attempt. If its thread is not the server's, it is in the middle of something, and must not do the work itself.</summary>
    public void PostFromElsewhere(object lane, Action work)
    {
        lock (_lock)
        {
            order.Add(lane, work);
            if (_isPumping)
            {
                _isKicked = true;
                return;
            }
        }

        KickElsewhere();
    }

    /// <summary>Says that code of an attempt or a step runs, so that the server is not idle. Said by who lets it run, before it does.</summary>
    public void Hold()
    {
        lock (_lock)
        {
            _holds++;
        }
    }

    /// <summary>Says that such code runs no more. Its thread may be in the middle of something, so it does no work of the server.</summary>
    public void Release()
    {
        lock (_lock)
        {
            if (--_holds > 0)
            {
                return;
            }

            if (_isPumping)
            {
                _isKicked = true;
                return;
            }
        }

        KickElsewhere();
    }

    /// <summary>Looks whether there is something to do.</summary>
    public void Kick()
    {
        lock (_lock)
        {
            if (_isPumping)
            {
                _isKicked = true;
                return;
            }

            _isPumping = true;
        }

        Pump();
    }

    /// <summary>Looks at the server while it does no work.</summary>
    public T Read<T>(Func<T> read)
    {
        lock (_working)
        {
            return read();
        }
    }

    /// <summary>Waits until nothing runs and nothing is to be done before time goes on.</summary>
    public Task WhenIdleAsync()
    {
        var wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _idleWaits.Add(wait);
        }

        Kick();
        return wait.Task;
    }

    private void KickElsewhere() => ThreadPool.UnsafeQueueUserWorkItem(static loop => loop.Kick(), this, preferLocal: false);

    private void Pump()
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            while (DoNext())
            {
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private bool DoNext()
    {
        Action? work;
        bool isIdle;
        lock (_lock)
        {
            _isKicked = false;
            work = order.WaitsForSteps && _holds > 0 ? null : order.Take();
            isIdle = work is null && _holds == 0;
        }

        if (work is not null || isIdle)
        {
            return Do(work) || TryContinue();
        }

        return TryContinue();
    }

    // Ends the pump, unless there is work that came while it was looked for.
    private bool TryContinue()
    {
        lock (_lock)
        {
            _isPumping = _isKicked;
            return _isKicked;
        }
    }

    private bool Do(Action? work)
    {
        lock (_working)
        {
            try
            {
                if (work is not null)
                {
                    _workDone++;
                    work();
                    return true;
                }

                if (Idle())
                {
                    return true;
                }
            }
            catch (Exception error)
            {
                Failed(error);
                return true;
            }
        }

        EndIdleWaits();
        return false;
    }

    private void EndIdleWaits()
    {
        TaskCompletionSource[] waits;
        lock (_lock)
        {
            waits = order.IsEmpty && _holds == 0 ? [.. _idleWaits] : [];
            _idleWaits.RemoveRange(0, waits.Length);
        }

        foreach (var wait in waits)
        {
            wait.SetResult();
        }
    }
}
