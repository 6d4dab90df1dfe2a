using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Restate.Actors.Internal.Combinators;

/// <summary>Does something with each item, a bounded number at a time.</summary>
internal sealed class BoundedFanOut<T>(IEnumerable<T> source, Func<T, Task> body)
{
    // In a handler turns run one at a time; outside, the workers run on several threads.
    private readonly Lock _lock = new();
    private readonly IEnumerator<T> _items = source.GetEnumerator();
    private ExceptionDispatchInfo? _failure;

    public async Task RunAsync(int maxConcurrency)
    {
        using (_items)
        {
            var workers = new List<Task>();
            while (workers.Count < maxConcurrency && TryTake(out var item))
            {
                workers.Add(WorkAsync(item));
            }

            await Task.WhenAll(workers).ConfigureAwait(true);
        }

        _failure?.Throw();
    }

    private async Task WorkAsync(T item)
    {
        try
        {
            do
            {
                await body(item).ConfigureAwait(true);
            }
            while (TryTake(out item!));
        }
        catch (Exception error)
        {
            lock (_lock)
            {
                _failure ??= ExceptionDispatchInfo.Capture(error);
            }
        }
    }

    private bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_lock)
        {
            var isTaken = _failure is null && _items.MoveNext();
            item = isTaken ? _items.Current : default;
            return isTaken;
        }
    }
}
