#pragma warning disable VSTHRD100, VSTHRD101, VSTHRD110, VSTHRD002, VSTHRD011, CA2008, CA2016, CA2012, CA1849 // What users should not write is what is tried here.

namespace Restate.Actors.Tests.Turns;

internal static partial class TaskConstructs
{
    // Plain awaits.
    private static IReadOnlyList<TaskConstruct> PlainAwaits =>
    [
        Stays("await a durable task", async run => await run.Durable()),
        Stays("await a durable task that has already ended", async run =>
        {
            var first = run.Durable();
            await run.Durable();
            await first;
        }),
        Stays("several awaits of one durable task", async run =>
        {
            var shared = run.Durable();
            await Task.WhenAll(WaitAsync(run, shared), WaitAsync(run, shared), WaitAsync(run, shared));
        }),
        Stays("await nested async methods", async run => await NestAsync(run, depth: 5)),
        Stays("await ValueTask", async run =>
        {
            await new ValueTask<int>(run.Durable());
            run.Probe();
            await ValueAsync(run);
        }),
        Stays("await in catch and finally", async run =>
        {
            try
            {
                await run.Durable();
                throw new InvalidOperationException();
            }
            catch (InvalidOperationException)
            {
                await run.Durable();
                run.Probe();
            }
            finally
            {
                await run.Durable();
            }
        }),
        Stays("await using", async run =>
        {
            await using (new DurableDisposable(run))
            {
                await run.Durable();
            }
        }),
        Stays("async iterator", async run =>
        {
            await foreach (var _ in Iterate(run))
            {
                run.Probe();
                await run.Durable();
            }
        }),
        Stays("LINQ over an async sequence", async run =>
            await Iterate(run).Select(async (int item, CancellationToken _) => item + await run.Durable()).Where(item => item > 0).ToListAsync()),
        Stays("Lazy<Task>", async run =>
        {
            var lazy = new Lazy<Task<int>>(() => run.Durable());
            await Task.WhenAll(lazy.Value, lazy.Value);
            await lazy.Value;
        }),
        Stays("Task.Yield", async run =>
        {
            await Task.Yield();
            run.Probe();
            await run.Durable();
            await Task.Yield();
        }),
        Stays("async void", async run =>
        {
            var done = new TaskCompletionSource();
            Forget(run, done);
            await done.Task;
        }),
        Stays("own completion source, completed by a later turn", async run =>
        {
            var source = new TaskCompletionSource();
            var waiting = WaitAsync(run, source.Task);
            await run.Durable();
            source.SetResult();
            await waiting;
        }),
        Stays("own completion source with RunContinuationsAsynchronously, awaited directly", async run =>
        {
            var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var waiting = WaitAsync(run, source.Task);
            await run.Durable();
            source.SetResult();
            await waiting;
        }),
    ];

    // Combinators.
    private static IReadOnlyList<TaskConstruct> Combinators =>
    [
        Stays("Task.WhenAll of 2", async run => await Task.WhenAll((Task)run.Durable(), run.Durable())),
        Stays("Task.WhenAll of n, typed", async run => await Task.WhenAll(Enumerable.Range(0, 20).Select(run.Durable))),
        Stays("Task.WhenAll of a span", async run => await Task.WhenAll(new ReadOnlySpan<Task>([run.Durable(), run.Durable(), run.Durable()]))),
        Stays("Task.WhenAll of async methods", async run => await Task.WhenAll(NestAsync(run, depth: 2), NestAsync(run, depth: 3))),
        Stays("Task.WhenAny of 2", async run => await Task.WhenAny((Task)ConstructRun.Never(), run.Durable())),
        Stays("Task.WhenAny of 2, typed", async run => await Task.WhenAny(ConstructRun.Never(), run.Durable())),
        Stays("Task.WhenAny of n", async run => await Task.WhenAny((Task)ConstructRun.Never(), ConstructRun.Never(), run.Durable(), run.Durable())),
        Stays("Task.WhenAny of n, typed", async run => await Task.WhenAny(Enumerable.Range(0, 20).Select(run.Durable))),
        Stays("Task.WhenAny of a span", async run => await Task.WhenAny(new ReadOnlySpan<Task<int>>([run.Durable(), run.Durable(), run.Durable()]))),
        Stays("Task.WhenAny of async methods", async run => await await Task.WhenAny(NestAsync(run, depth: 2), NestAsync(run, depth: 3))),
        Escapes("Task.WhenEach", async run =>
        {
            await foreach (var task in Task.WhenEach(run.Durable(), run.Durable()))
            {
                await task;
                run.Probe();
            }
        }),
        Escapes("Task.WhenAll over an own source with RunContinuationsAsynchronously", async run =>
            await CompleteAsynchronouslyAsync(run, task => Task.WhenAll(task, run.Durable()))),
        Escapes("Task.WhenAny over an own source with RunContinuationsAsynchronously", async run =>
            await CompleteAsynchronouslyAsync(run, task => Task.WhenAny(task, ConstructRun.Never()))),
        Escapes("WaitAsync over an own source with RunContinuationsAsynchronously", async run =>
            await CompleteAsynchronouslyAsync(run, task => task.WaitAsync(run.NeverCancelled))),
    ];
}
