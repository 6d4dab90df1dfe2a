namespace Restate.Actors.Internal.Filters;

/// <summary>A call or send with filters around it.</summary>
internal static class FilteredCall
{
    /// <summary>Runs the filters and the call.</summary>
    /// <param name="filters">The filters, the outermost first.</param>
    /// <param name="context">What they see.</param>
    /// <param name="call">Makes the call.</param>
    public static async Task<TResult> RunAsync<TResult>(IReadOnlyList<IOutgoingActorFilter> filters, OutgoingCallContext context, Func<Task<TResult>> call)
    {
        Task<TResult>? result = null;
        var chain = new FilterChain<IOutgoingActorFilter>(filters, (filter, next) => filter.InvokeAsync(context, next), () => result = call());

        // Inside a handler all of it stays on the handler's turn scheduler.
        await chain.RunAsync().ConfigureAwait(context.Caller is not null);
        return result is null
            ? throw new InvalidOperationException($"The filter {chain.Innermost} did not call next(), so {context.Service}/{context.Handler} was not called. To refuse a call throw an exception.")
            : await result.ConfigureAwait(context.Caller is not null);
    }

    /// <summary>Runs the filters and the call of a handler.</summary>
    /// <returns>A task that continues where it is awaited, as those of durable operations do: on the pump, also after <c>ConfigureAwait(false)</c>.</returns>
    public static Task<TResult> RunInTurnAsync<TResult>(IReadOnlyList<IOutgoingActorFilter> filters, OutgoingCallContext context, Func<Task<TResult>> call)
    {
        var running = RunAsync(filters, context, call);
        if (running.IsCompleted)
        {
            return running;
        }

        var result = new TaskCompletionSource<TResult>();
        _ = CompleteAsync(running, result);
        return result.Task;
    }

    private static async Task CompleteAsync<TResult>(Task<TResult> running, TaskCompletionSource<TResult> result)
    {
        await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        InPlace(() => result.SetFromTask(running));

        // A failure that the handler never looks at is no unobserved exception of the process.
        _ = result.Task.Exception;
    }

    // The runtime hands continuations without a context to the thread pool when a turn completes their task; not so when there is neither a context nor a scheduler.
    private static void InPlace(Action completion)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            new Task(completion, TaskCreationOptions.DenyChildAttach).RunSynchronously(TaskScheduler.Default);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
