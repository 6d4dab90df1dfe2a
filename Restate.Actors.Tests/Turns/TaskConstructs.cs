using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;

#pragma warning disable VSTHRD100, VSTHRD101, VSTHRD110, VSTHRD002, VSTHRD011, CA2008, CA2016, CA2012, CA1849 // What users should not write is what is tried here.

namespace Restate.Actors.Tests.Turns;

/// <summary>What the task machinery of .NET offers to user code, and whether that stays on the pump.</summary>
/// <remarks>Rendered in <c>TaskConstructs.txt</c>.</remarks>
internal static class TaskConstructs
{
    public static IReadOnlyList<TaskConstruct> All { get; } =
    [
        // Plain awaits.
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

        // Combinators.
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

        // Time and cancellation.
        Stays("Task.Delay with our TimeProvider", async run => await Task.Delay(TimeSpan.FromDays(1), run.Time)),
        Stays("Task.Delay with our TimeProvider, cancelled", async run =>
        {
            using var cancellation = new CancellationTokenSource();
            var delay = Task.Delay(TimeSpan.FromDays(1), run.Time, cancellation.Token);
            cancellation.Cancel();
            await CancelledAsync(delay);
            run.Probe();
        }),
        Throws("Task.Delay longer than 49.7 days", async run => await Task.Delay(TimeSpan.FromDays(50), run.Time)),
        Stays("WaitAsync with our TimeProvider, in time", async run => await run.Durable().WaitAsync(TimeSpan.FromDays(1), run.Time)),
        Stays("WaitAsync with our TimeProvider, timed out", async run =>
        {
            try
            {
                await ConstructRun.Never().WaitAsync(TimeSpan.FromDays(1), run.Time);
            }
            catch (TimeoutException)
            {
                await run.Durable();
            }
        }),
        Stays("WaitAsync with a token, cut short by Cancel", async run =>
        {
            using var cancellation = new CancellationTokenSource();
            var waiting = CancelledAsync(ConstructRun.Never().WaitAsync(cancellation.Token));
            await run.Durable();
            cancellation.Cancel();
            await waiting;
        }),
        Stays("CancellationTokenSource with our TimeProvider", async run =>
        {
            using var cancellation = new CancellationTokenSource(TimeSpan.FromDays(1), run.Time);
            await CancelledAsync(ConstructRun.Never().WaitAsync(cancellation.Token));
            run.Probe();
        }),
        Stays("CancellationToken.Register", async run =>
        {
            using var cancellation = new CancellationTokenSource(TimeSpan.FromDays(1), run.Time);
            var source = new TaskCompletionSource();
            await using var registration = cancellation.Token.Register(() =>
            {
                run.Probe();
                source.SetResult();
            });
            await source.Task;
        }),
        Stays("PeriodicTimer with our TimeProvider", async run =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromDays(1), run.Time);
            for (var i = 0; i < 3; i++)
            {
                await timer.WaitForNextTickAsync();
                run.Probe();
            }
        }),
        MayEscape("CancellationTokenSource.CancelAsync", async run =>
        {
            using var cancellation = new CancellationTokenSource();
            var waiting = CancelledAsync(ConstructRun.Never().WaitAsync(cancellation.Token));
            await cancellation.CancelAsync();
            await waiting;
        }),
        MayEscape("Task.Delay on the clock of the system", async run =>
        {
            await Task.Delay(1);
            await run.Durable();
        }),

        // Gates and channels.
        Stays("SemaphoreSlim.WaitAsync()", async run =>
        {
            using var gate = new SemaphoreSlim(0);
            var waiting = WaitAsync(run, gate);
            await run.Durable();
            gate.Release();
            await waiting;
        }),
        Escapes("SemaphoreSlim.WaitAsync(token)", async run =>
        {
            using var gate = new SemaphoreSlim(0);
            using var cancellation = new CancellationTokenSource();
            var waiting = WaitAsync(run, gate.WaitAsync(cancellation.Token));
            await run.Durable();
            gate.Release();
            await waiting;
        }),
        Escapes("SemaphoreSlim.WaitAsync() in Task.WhenAll", async run =>
        {
            using var gate = new SemaphoreSlim(0);
            var waiting = WaitAsync(run, Task.WhenAll(gate.WaitAsync(), run.Durable()));
            await run.Durable();
            gate.Release();
            await waiting;
        }),
        Stays("Channel ReadAsync", async run =>
        {
            var channel = Channel.CreateUnbounded<int>();
            var writing = WriteAsync(run, channel.Writer);
            await channel.Reader.ReadAsync();
            run.Probe();
            await writing;
        }),
        Stays("Channel WaitToReadAsync", async run =>
        {
            var channel = Channel.CreateUnbounded<int>();
            var writing = WriteAsync(run, channel.Writer);
            while (await channel.Reader.WaitToReadAsync())
            {
                run.Probe();
                channel.Reader.TryRead(out _);
            }

            await writing;
        }),
        Stays("Channel WriteAsync, bounded", async run =>
        {
            var channel = Channel.CreateBounded<int>(1);
            var writing = WriteAsync(run, channel.Writer);
            await run.Durable();
            while (await channel.Reader.WaitToReadAsync())
            {
                channel.Reader.TryRead(out _);
                await run.Durable();
            }

            await writing;
        }),
        Escapes("Channel ReadAsync().AsTask() in Task.WhenAll", async run =>
        {
            var channel = Channel.CreateUnbounded<int>();
            var reading = WaitAsync(run, Task.WhenAll(channel.Reader.ReadAsync().AsTask(), run.Durable()));
            await WriteAsync(run, channel.Writer);
            await reading;
        }),
        Escapes("Channel ReadAllAsync", async run =>
        {
            var channel = Channel.CreateUnbounded<int>();
            var writing = WriteAsync(run, channel.Writer);
            await foreach (var _ in channel.Reader.ReadAllAsync())
            {
                run.Probe();
            }

            await writing;
        }),

        // Task schedulers.
        Stays("Task.Factory.StartNew", async run => await Task.Factory.StartNew(() => run.Probe())),
        Stays("Task.Factory.StartNew, Unwrap", async run => await Task.Factory.StartNew(() => NestAsync(run, depth: 2)).Unwrap()),
        Stays("Task.Factory.StartNew after a durable await", async run =>
        {
            await run.Durable();
            await Task.Factory.StartNew(() => run.Probe());
        }),
        Stays("Task.Factory.StartNew after an async method", async run =>
        {
            await NestAsync(run, depth: 3);
            await Task.Factory.StartNew(() => run.Probe());
        }),
        Stays("Task.Factory.StartNew after Task.WhenAll of async methods", async run =>
        {
            await Task.WhenAll(NestAsync(run, depth: 3), NestAsync(run, depth: 1));
            await Task.Factory.StartNew(() => run.Probe());
        }),
        Stays("Task.Factory.StartNew, LongRunning", async run =>
            await Task.Factory.StartNew(() => run.Probe(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Current)),
        Stays("Task.Factory.StartNew, child attached to its parent", async run =>
            await Task.Factory.StartNew(() => _ = Task.Factory.StartNew(() => run.Probe(), TaskCreationOptions.AttachedToParent))),
        Stays("Task.Factory.StartNew on TaskScheduler.FromCurrentSynchronizationContext", async run =>
        {
            var here = TaskScheduler.FromCurrentSynchronizationContext();
            await run.Durable();
            await Task.Factory.StartNew(() => run.Probe(), CancellationToken.None, TaskCreationOptions.None, here);
        }),
        Stays("Task.Start and RunSynchronously", async run =>
        {
            var started = new Task(() => run.Probe());
            started.Start();
            await started;
            new Task(() => run.Probe()).RunSynchronously();
            await run.Durable();
        }),
        Stays("Task.Wait for a task that waits for its turn", async run =>
        {
            Task.Factory.StartNew(() => run.Probe()).Wait();
            await run.Durable();
        }),
        Stays("ContinueWith", async run => await run.Durable().ContinueWith(_ => run.Probe())),
        Stays("ContinueWith, Unwrap", async run => await run.Durable().ContinueWith(_ => NestAsync(run, depth: 2)).Unwrap()),
        Stays("ContinueWith, ExecuteSynchronously", async run =>
            await run.Durable().ContinueWith(_ => run.Probe(), TaskContinuationOptions.ExecuteSynchronously)),
        Stays("ContinueWith after a durable await", async run =>
        {
            await run.Durable();
            await run.Durable().ContinueWith(_ => run.Probe());
        }),
        Stays("ContinueWith after an async method", async run =>
        {
            await NestAsync(run, depth: 3);
            await run.Durable().ContinueWith(_ => run.Probe());
        }),
        Stays("Task.Factory.ContinueWhenAll", async run =>
            await Task.Factory.ContinueWhenAll([run.Durable(), run.Durable()], _ => run.Probe())),
        Escapes("ContinueWith on TaskScheduler.Default", async run => await run.Durable().ContinueWith(
            _ =>
            {
                run.UntilIdle();
                run.Probe();
            },
            TaskScheduler.Default)),
        Stays("Parallel.ForEachAsync on TaskScheduler.Current", async run => await Parallel.ForEachAsync(
            Enumerable.Range(0, 5),
            new ParallelOptions { TaskScheduler = TaskScheduler.Current },
            async (item, _) =>
            {
                run.Probe(item.ToString(CultureInfo.InvariantCulture));
                await run.Durable();
                run.Probe(item.ToString(CultureInfo.InvariantCulture));
            })),
        Escapes("Parallel.ForEachAsync", async run => await Parallel.ForEachAsync(Enumerable.Range(0, 5), async (_, _) =>
        {
            run.Probe();
            await Task.CompletedTask;
            run.UntilIdle();
        })),
        Escapes("Task.Run", async run => await Task.Run(() =>
        {
            run.UntilIdle();
            run.Probe();
        })),
        Escapes("Task.Run with a durable call inside", async run => await Task.Run(async () => await run.Durable())),
        Unseen("Task.Run that has ended before the await", async run =>
        {
            var elsewhere = Task.Run(() => run.Probe());
            SpinWait.SpinUntil(() => elsewhere.IsCompleted);
            await elsewhere;
            await run.Durable();
        }),
        MayEscape("I/O", async run =>
        {
            var path = Path.GetTempFileName();
            await File.WriteAllTextAsync(path, "text");
            await File.ReadAllTextAsync(path);
            File.Delete(path);
        }),
        Stays("streams in memory", async run =>
        {
            using var reader = new StreamReader(new MemoryStream(Encoding.UTF8.GetBytes("text")));
            await reader.ReadToEndAsync();
            run.Probe();
            await run.Durable();
        }),
        Stays("Progress<T>", async run =>
        {
            var source = new TaskCompletionSource();
            IProgress<int> progress = new Progress<int>(_ =>
            {
                run.Probe();
                source.SetResult();
            });
            await run.Durable();
            progress.Report(1);
            await source.Task;
        }),

        // ConfigureAwait(false).
        Stays("ConfigureAwait(false) on a durable task", async run =>
        {
            await run.Durable().ConfigureAwait(false);
            run.Probe();
            await run.Durable();
            run.Probe();
            await run.Durable().ConfigureAwait(false);
        }),
        Stays("ConfigureAwait(false) in a library", async run =>
        {
            await LibraryAsync(run, depth: 1);
            run.Probe();
            await run.Durable();
        }),
        Stays("ConfigureAwait(false) in a library, nested", async run =>
        {
            await LibraryAsync(run, depth: 4);
            run.Probe();
            await run.Durable();
        }),
        Stays("ConfigureAwait(false) on Task.WhenAll and Task.WhenAny", async run =>
        {
            await Task.WhenAll(run.Durable(), run.Durable()).ConfigureAwait(false);
            run.Probe();
            await Task.WhenAny(run.Durable(), run.Durable()).ConfigureAwait(false);
        }),
        Stays("ConfigureAwait(false) in a library, then StartNew by its caller", async run =>
        {
            await LibraryAsync(run, depth: 2);
            await Task.Factory.StartNew(() => run.Probe());
        }),
        Stays("ConfigureAwait(false) by the first of several awaits of one durable task", async run =>
        {
            var shared = run.Durable();
            await Task.WhenAll(UncapturedAsync(run, shared), WaitAsync(run, shared));
        }),
        Escapes("ConfigureAwait(false) by a later one of several awaits of one durable task", async run =>
        {
            var shared = run.Durable();
            await Task.WhenAll(WaitAsync(run, shared), UncapturedAsync(run, shared));
        }),
        Escapes("ConfigureAwait(false) on an async method of the user", async run =>
        {
            await NestAsync(run, depth: 1).ConfigureAwait(false);
            await run.Durable();
        }),
        Escapes("ConfigureAwait(false) on an own completion source", async run =>
        {
            var source = new TaskCompletionSource();
            var waiting = UncapturedAsync(run, source.Task);
            await run.Durable();
            source.SetResult();
            await waiting;
        }),
        Escapes("ConfigureAwait(false), then Task.Yield", async run =>
        {
            await run.Durable().ConfigureAwait(false);
            await Task.Yield();
            await run.Durable();
        }),
        Escapes("ConfigureAwait(false), then Task.Factory.StartNew", async run =>
        {
            await run.Durable().ConfigureAwait(false);
            await Task.Factory.StartNew(() => run.UntilIdle());
        }),
        Escapes("ConfigureAwait(ForceYielding) on a task that has ended", async run =>
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            await run.Durable();
        }),
        Stays("ConfigureAwait(ForceYielding | ContinueOnCapturedContext) on a task that has ended", async run =>
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext);
            run.Probe();
            await run.Durable();
        }),
        Escapes("own completion source awaited and completed in one turn, then Task.Factory.StartNew", async run =>
        {
            var source = new TaskCompletionSource();
            var waiting = StartNewAfterAsync(run, source.Task);
            source.SetResult();
            await waiting;
        }),
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
