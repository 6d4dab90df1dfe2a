using System.Runtime.CompilerServices;
using System.Threading.Channels;

#pragma warning disable VSTHRD100, VSTHRD101, VSTHRD110, VSTHRD002, VSTHRD011, CA2008, CA2016, CA2012, CA1849 // What users should not write is what is tried here.

namespace Restate.Actors.Tests.Turns;

/// <summary>What the task machinery of .NET offers to user code, and whether that stays on the pump.</summary>
/// <remarks>Rendered in <c>TaskConstructs.txt</c>. One file for each sort of construct.</remarks>
internal static partial class TaskConstructs
{
    public static IReadOnlyList<TaskConstruct> All { get; } =
    [
        .. PlainAwaits,
        .. Combinators,
        .. Time,
        .. Gates,
        .. Schedulers,
        .. Uncaptured,
    ];

    private static TaskConstruct Stays(string name, Func<ConstructRun, Task> body) => Add(name, ConstructOutcome.Stays, body);

    private static TaskConstruct Escapes(string name, Func<ConstructRun, Task> body) => Add(name, ConstructOutcome.Escapes, body);

    private static TaskConstruct MayEscape(string name, Func<ConstructRun, Task> body) => Add(name, ConstructOutcome.MayEscape, body);

    private static TaskConstruct Unseen(string name, Func<ConstructRun, Task> body) => Add(name, ConstructOutcome.Unseen, body);

    private static TaskConstruct Throws(string name, Func<ConstructRun, Task> body) => Add(name, ConstructOutcome.Throws, body);

    private static TaskConstruct Add(string name, ConstructOutcome outcome, Func<ConstructRun, Task> body) => new(
        name,
        outcome,
        async run =>
        {
            run.Probe("start");
            await body(run);
            run.Probe("end");
        });

    private static async Task NestAsync(ConstructRun run, int depth)
    {
        if (depth == 0)
        {
            await run.Durable();
        }
        else
        {
            await NestAsync(run, depth - 1);
        }

        run.Probe();
    }

    private static async ValueTask ValueAsync(ConstructRun run)
    {
        await run.Durable();
        run.Probe();
    }

    private static async IAsyncEnumerable<int> Iterate(ConstructRun run, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var i = 0; i < 3; i++)
        {
            await run.Durable();
            cancellation.ThrowIfCancellationRequested();
            run.Probe();
            yield return i;
        }
    }

    private static async void Forget(ConstructRun run, TaskCompletionSource done)
    {
        await run.Durable();
        run.Probe();
        done.SetResult();
    }

    private static async Task WaitAsync(ConstructRun run, Task task)
    {
        await task;
        run.Probe();
    }

    private static async Task WaitAsync(ConstructRun run, SemaphoreSlim gate)
    {
        await gate.WaitAsync();
        run.Probe();
    }

    private static async Task WriteAsync(ConstructRun run, ChannelWriter<int> writer)
    {
        for (var i = 0; i < 3; i++)
        {
            await run.Durable();
            run.Probe();
            await writer.WriteAsync(i);
        }

        writer.Complete();
    }

    private static async Task CancelledAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task LibraryAsync(ConstructRun run, int depth)
    {
        if (depth == 0)
        {
            await run.Durable().ConfigureAwait(false);
        }
        else
        {
            await LibraryAsync(run, depth - 1).ConfigureAwait(false);
        }

        run.Probe();
    }

    private static async Task CompleteAsynchronouslyAsync(ConstructRun run, Func<Task, Task> combine)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = WaitAsync(run, combine(source.Task));
        await run.Durable();
        source.SetResult();
        await waiting;
    }

    private static async Task UncapturedAsync(ConstructRun run, Task task)
    {
        await task.ConfigureAwait(false);
        if (!run.Scheduler.IsCurrent)
        {
            run.UntilIdle();
        }

        run.Probe();
    }

    private static async Task StartNewAfterAsync(ConstructRun run, Task task)
    {
        await task;
        run.Probe();
        await Task.Factory.StartNew(() => run.UntilIdle());
    }

    private sealed class DurableDisposable(ConstructRun run) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await run.Durable();
            run.Probe();
        }
    }
}
