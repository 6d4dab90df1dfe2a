using BenchmarkDotNet.Attributes;
using Restate.Actors.Internal.Turns;

namespace Restate.Actors.Benchmarks.Micro;

/// <summary>One await of a handler, from the completion of its task to the next await, on the turn scheduler alone.</summary>
[MemoryDiagnoser]
public class TurnBenchmarks
{
    private const int Awaits = 1_000;

    private readonly Observer _observer = new();
    private TaskCompletionSource _source = new();
    private int _done;

    [Benchmark(OperationsPerInvoke = Awaits)]
    public void Await()
    {
        _done = 0;
        var scheduler = new TurnScheduler(_observer);
        scheduler.Run(static benchmark => _ = ((TurnBenchmarks)benchmark!).HandleAsync(), this);
        scheduler.Complete(static benchmark => ((TurnBenchmarks)benchmark!).CompleteNext(), this);
        if (_done != Awaits)
        {
            throw new InvalidOperationException($"{_done} awaits went on, not {Awaits}.");
        }
    }

    private async Task HandleAsync()
    {
        for (var i = 0; i < Awaits; i++)
        {
            _source = new TaskCompletionSource();
            await _source.Task;
            _done++;
        }
    }

    private bool CompleteNext()
    {
        // The handler goes on, and replaces the source, when this has returned.
        var isLast = _done == Awaits - 1;
        _source.SetResult();
        return !isLast;
    }

    private sealed class Observer : ITurnObserver
    {
        public void OnForeignPost() => throw new InvalidOperationException("A continuation left the pump.");

        public void OnTurnException(Exception exception) => throw new InvalidOperationException("A turn failed.", exception);
    }
}
