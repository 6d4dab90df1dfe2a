using System.Collections.Concurrent;
using System.Diagnostics;

namespace Restate.Actors.Chaos.Driver.Load;

/// <summary>Clients that do one operation after the other, together not faster than a rate.</summary>
internal sealed class LoadGenerator(OperationRunner runner, Func<int, Func<Operation>> createSource)
{
    private int _finished;

    /// <summary>Gets all operations that were begun.</summary>
    public ConcurrentQueue<Operation> Operations { get; } = new();

    /// <summary>Gets how many operations have an outcome.</summary>
    public int Finished => _finished;

    /// <summary>Runs the clients.</summary>
    /// <param name="clients">How many.</param>
    /// <param name="rate">Operations per second of all together, at most.</param>
    /// <param name="stop">No operation is begun any more; those that are open go on.</param>
    /// <returns>A task that completes when all operations have an outcome or were given up.</returns>
    public Task RunAsync(int clients, double rate, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, clients).Select(client => RunClientAsync(createSource(client), TimeSpan.FromSeconds(clients / rate), stop)));

    private async Task RunClientAsync(Func<Operation> next, TimeSpan interval, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            var operation = next();
            Operations.Enqueue(operation);
            await runner.RunAsync(operation);
            Interlocked.Increment(ref _finished);
            var rest = interval - Stopwatch.GetElapsedTime(started);
            if (rest > TimeSpan.Zero)
            {
                await Task.WhenAny(Task.Delay(rest, stop));
            }
        }
    }
}
