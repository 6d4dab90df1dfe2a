using Restate.Actors.Internal.Combinators;
using Restate.Actors.Internal.Turns;

namespace Restate.Actors;

/// <summary>Combinations of tasks that .NET lacks, or that leave the turn scheduler of a handler there.</summary>
/// <remarks>
/// <see cref="Task.WhenAll(Task[])"/>, <see cref="Task.WhenAny(Task[])"/> and <c>WaitAsync</c> work in handlers as they are. Everything here works outside
/// handlers too. In a handler the outcome is decided by the order in which the journal stores the results, so a replay decides the same way.
/// A call that loses a race goes on: its result is ignored, as is its failure.
/// </remarks>
public static class Durable
{
    /// <summary>Waits for the first task that succeeds; failures before it are passed over.</summary>
    /// <typeparam name="T">The type of the results.</typeparam>
    /// <param name="tasks">At least one task.</param>
    /// <returns>The result of that task. If all fail, the failure that came last.</returns>
    /// <exception cref="ArgumentException">There is no task.</exception>
    public static async Task<T> WhenAnySucceeded<T>(params IEnumerable<Task<T>> tasks)
    {
        var first = await FirstSuccess.FindAsync([.. tasks]).ConfigureAwait(true);
        return await first.ConfigureAwait(true);
    }

    /// <inheritdoc cref="WhenAnySucceeded{T}(IEnumerable{Task{T}})"/>
    /// <returns>A task that completes with that task. If all fail, with the failure that came last.</returns>
    public static async Task WhenAnySucceeded(params IEnumerable<Task> tasks)
    {
        var first = await FirstSuccess.FindAsync([.. tasks]).ConfigureAwait(true);
        await first.ConfigureAwait(true);
    }

    /// <summary>Waits until all tasks have succeeded or the first has failed; <see cref="Task.WhenAll(Task[])"/> waits for the others even then.</summary>
    /// <typeparam name="T">The type of the results.</typeparam>
    /// <param name="tasks">The tasks.</param>
    /// <returns>The results in the order of the tasks, or the first failure.</returns>
    public static async Task<T[]> WhenAllSucceeded<T>(params IEnumerable<Task<T>> tasks)
    {
        Task<T>[] all = [.. tasks];
        await WhenAllSucceeded(all.AsEnumerable<Task>()).ConfigureAwait(true);
        return await Task.WhenAll(all).ConfigureAwait(true);
    }

    /// <inheritdoc cref="WhenAllSucceeded{T}(IEnumerable{Task{T}})"/>
    /// <returns>A task that completes when all have succeeded, or with the first failure.</returns>
    public static async Task WhenAllSucceeded(params IEnumerable<Task> tasks)
    {
        await foreach (var task in WhenEach(tasks).ConfigureAwait(true))
        {
            await task.ConfigureAwait(true);
        }
    }

    /// <summary>Waits until all tasks have completed, whatever became of them.</summary>
    /// <typeparam name="T">The type of the results.</typeparam>
    /// <param name="tasks">The tasks.</param>
    /// <returns>The tasks in their order, all completed.</returns>
    /// <exception cref="InvocationCancelledException">The invocation was cancelled meanwhile: that is nobody's outcome.</exception>
    public static async Task<Task<T>[]> WhenAllSettled<T>(params IEnumerable<Task<T>> tasks)
    {
        Task<T>[] all = [.. tasks];
        const ConfigureAwaitOptions Settled = ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;
        await ((Task)Task.WhenAll(all)).ConfigureAwait(Settled);
        if (Array.Find(all, task => task.Exception?.InnerException is InvocationCancelledException) is { } cancelled)
        {
            await cancelled.ConfigureAwait(true);
        }

        return all;
    }

    /// <summary>Gives the tasks in the order in which they complete.</summary>
    /// <typeparam name="T">The type of the results.</typeparam>
    /// <param name="tasks">The tasks.</param>
    /// <returns>Each task once, completed: <c>await</c> it for its result or failure.</returns>
    public static IAsyncEnumerable<Task<T>> WhenEach<T>(params IEnumerable<Task<T>> tasks)
    {
        Task<T>[] all = [.. tasks];
        return TurnScheduler.Current is null ? Task.WhenEach(all) : new CompletionOrder<Task<T>>(all).ReadAsync();
    }

    /// <inheritdoc cref="WhenEach{T}(IEnumerable{Task{T}})"/>
    public static IAsyncEnumerable<Task> WhenEach(params IEnumerable<Task> tasks)
    {
        Task[] all = [.. tasks];
        return TurnScheduler.Current is null ? Task.WhenEach(all) : new CompletionOrder<Task>(all).ReadAsync();
    }

    /// <summary>Does something with each item, with a bound on how many are under way.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="source">The items, taken one by one as there is room.</param>
    /// <param name="maxConcurrency">How many are under way at most; at least one.</param>
    /// <param name="body">What is done with an item.</param>
    /// <returns>A task that completes when all are done. After a failure no item is started any more; when those under way are done, it fails with the first failure.</returns>
    public static Task ForEachAsync<T>(IEnumerable<T> source, int maxConcurrency, Func<T, Task> body)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxConcurrency, 1);
        ArgumentNullException.ThrowIfNull(body);
        return new BoundedFanOut<T>(source, body).RunAsync(maxConcurrency);
    }

    /// <summary>Turns each item into a result, with a bound on how many are under way.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="source">The items, taken one by one as there is room.</param>
    /// <param name="maxConcurrency">How many are under way at most; at least one.</param>
    /// <param name="selector">Turns an item into its result.</param>
    /// <returns>The results in the order of the items. After a failure no item is started any more; when those under way are done, it fails with the first failure.</returns>
    public static async Task<IReadOnlyList<TResult>> SelectAsync<T, TResult>(IEnumerable<T> source, int maxConcurrency, Func<T, Task<TResult>> selector)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(selector);
        var results = new SortedList<int, TResult>();
        await ForEachAsync(
            source.Index(),
            maxConcurrency,
            async item =>
            {
                var result = await selector(item.Item).ConfigureAwait(true);
                lock (results)
                {
                    results.Add(item.Index, result);
                }
            }).ConfigureAwait(true);
        return [.. results.Values];
    }
}
