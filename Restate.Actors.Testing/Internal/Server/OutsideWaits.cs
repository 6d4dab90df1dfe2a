namespace Restate.Actors.Testing.Internal.Server;

/// <summary>The callers outside that wait for the end of an invocation. While there is one, time may go on. Thread-safe.</summary>
internal sealed class OutsideWaits
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TaskCompletionSource<InvocationResult>, ServerInvocation> _waits = [];
    private ActorTestException? _failure;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _waits.Count;
            }
        }
    }

    /// <summary>Gets why the test has failed.</summary>
    public ActorTestException? Failure
    {
        get
        {
            lock (_lock)
            {
                return _failure;
            }
        }
    }

    /// <summary>Gets or sets whether the code that waits goes on within the work of the server, which makes the order of all a matter of the seed.</summary>
    public bool ContinuesInline { get; set; }

    public Task<InvocationResult> WaitAsync(ServerInvocation invocation)
    {
        var wait = new TaskCompletionSource<InvocationResult>(
            ContinuesInline ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_failure is not null)
            {
                throw _failure.Again();
            }

            if (invocation.Result is { } result)
            {
                return Task.FromResult(result);
            }

            _waits.Add(wait, invocation);
        }

        invocation.Waiters.Add(result => End(wait, result));
        if (invocation.Status == InvocationStatus.Paused)
        {
            Fail(waited => waited == invocation, () => TestErrors.Paused(invocation));
        }

        return wait.Task;
    }

    public void Fail(Func<ServerInvocation, bool> isMeant, Func<ActorTestException> error)
    {
        foreach (var wait in Remove(isMeant))
        {
            wait.TrySetException(error());
        }
    }

    public void FailAll(ActorTestException error)
    {
        lock (_lock)
        {
            _failure ??= error;
        }

        Fail(static _ => true, error.Again);
    }

    private void End(TaskCompletionSource<InvocationResult> wait, InvocationResult result)
    {
        lock (_lock)
        {
            _waits.Remove(wait);
        }

        wait.TrySetResult(result);
    }

    private TaskCompletionSource<InvocationResult>[] Remove(Func<ServerInvocation, bool> isMeant)
    {
        lock (_lock)
        {
            TaskCompletionSource<InvocationResult>[] meant = [.. _waits.Where(wait => isMeant(wait.Value)).Select(wait => wait.Key)];
            foreach (var wait in meant)
            {
                _waits.Remove(wait);
            }

            return meant;
        }
    }
}
