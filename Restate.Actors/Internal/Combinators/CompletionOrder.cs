namespace Restate.Actors.Internal.Combinators;

/// <summary>Tasks in the order in which they complete, on the turn scheduler that they were awaited on.</summary>
/// <remarks>
/// <see cref="Task.WhenEach(Task[])"/> hands over through a channel and so leaves the scheduler. Not thread-safe: turns run one at a time.
/// </remarks>
internal sealed class CompletionOrder<TTask>
    where TTask : Task
{
    private const ConfigureAwaitOptions Settled = ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private readonly Queue<TTask> _completed = new();
    private TaskCompletionSource? _arrival;
    private int _unread;

    public CompletionOrder(TTask[] tasks)
    {
        _unread = tasks.Length;
        foreach (var task in tasks)
        {
            _ = ObserveAsync(task);
        }
    }

    public async IAsyncEnumerable<TTask> ReadAsync()
    {
        while (_unread > 0)
        {
            if (!_completed.TryDequeue(out var task))
            {
                // Completed in a turn, so its continuation stays on the pump.
                _arrival = new TaskCompletionSource();
                await _arrival.Task.ConfigureAwait(true);
                continue;
            }

            _unread--;
            yield return task;
        }
    }

    private async Task ObserveAsync(TTask task)
    {
        await task.ConfigureAwait(Settled);
        _completed.Enqueue(task);
        _arrival?.TrySetResult();
    }
}
