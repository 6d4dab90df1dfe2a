using Restate.Actors.Internal.Turns;
using Xunit;

#pragma warning disable VSTHRD001, VSTHRD100, VSTHRD101, VSTHRD110, CA2008 // Misuse by user code is what is tried here.

namespace Restate.Actors.Tests.Turns;

/// <summary>Results that the pump hands to code that waits.</summary>
public sealed class TurnCompletionTests : TurnSchedulerTest
{
    [Fact]
    public void Complete_CapturedAndUncapturedAwaits_BothContinueOnThePump()
    {
        var source = new TaskCompletionSource<int>();
        var log = new List<string>();
        StartAsync(async () => log.Add($"uncaptured {await source.Task.ConfigureAwait(false)} {Scheduler.IsCurrent}"));
        StartAsync(async () => log.Add($"captured {await source.Task} {Scheduler.IsCurrent}"));

        Complete(() => source.SetResult(7));

        Assert.Equal(["uncaptured 7 True", "captured 7 True"], log);
        Assert.Equal(0, Observer.ForeignPosts);
    }

    [Fact]
    public void Complete_DuringCompletion_NoContextIsCurrent()
    {
        SynchronizationContext? context = new();
        TaskScheduler? tasks = null;
        TurnScheduler? current = null;

        Complete(() => (context, tasks, current) = (SynchronizationContext.Current, TaskScheduler.Current, TurnScheduler.Current));

        Assert.Null(context);
        Assert.Same(TaskScheduler.Default, tasks);
        Assert.Same(Scheduler, current);
    }

    [Fact]
    public void Complete_CompletionThrows_ReachesTheCallerAndTheTurnsWaitForTheNextEntry()
    {
        var source = new TaskCompletionSource();
        var seen = false;
        StartAsync(async () =>
        {
            await source.Task;
            seen = true;
        });

        Assert.Throws<FormatException>(() => Complete(() =>
        {
            source.SetResult();
            throw new FormatException();
        }));

        Assert.False(seen);
        Assert.Null(TurnScheduler.Current);
        Scheduler.Drain();
        Assert.True(seen);
    }

    [Fact]
    public async Task Complete_CallerHasAnotherTaskScheduler_UncapturedAwaitStaysOnThePump()
    {
        var source = new TaskCompletionSource();
        TurnScheduler? seen = null;
        StartAsync(async () =>
        {
            await source.Task.ConfigureAwait(false);
            seen = TurnScheduler.Current;
        });

        await Task.Factory.StartNew(
            () => Complete(source.SetResult),
            CancellationToken.None,
            TaskCreationOptions.None,
            new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);

        Assert.Same(Scheduler, seen);
    }

    [Fact]
    public void Complete_InsideATurnOfAnotherScheduler_EachKeepsItsOwn()
    {
        var outerSource = new TaskCompletionSource();
        var innerSource = new TaskCompletionSource();
        var log = new List<string>();
        var outer = new TurnScheduler(Observer) { Owner = "outer" };
        Scheduler.Owner = "inner";
        StartAsync(async () =>
        {
            await innerSource.Task.ConfigureAwait(false);
            log.Add($"uncaptured: {TurnScheduler.Current?.Owner}");
        });
        StartAsync(async () =>
        {
            await innerSource.Task;
            await Task.Factory.StartNew(() => log.Add($"captured: {TurnScheduler.Current?.Owner}"));
        });

        outer.Run(
            _ =>
            {
                var context = SynchronizationContext.Current;
                Complete(innerSource.SetResult);
                Assert.Same(outer, TurnScheduler.Current);
                Assert.Same(context, SynchronizationContext.Current);
                _ = ContinueAsync();
            },
            null);
        outer.Complete(
            static state =>
            {
                ((TaskCompletionSource)state!).SetResult();
                return false;
            },
            outerSource);

        Assert.Empty(Observer.Exceptions);
        Assert.Equal(["uncaptured: inner", "captured: inner", "after: outer"], log);
        Assert.Null(TurnScheduler.Current);

        async Task ContinueAsync()
        {
            await outerSource.Task;
            await Task.Factory.StartNew(() => log.Add($"after: {TurnScheduler.Current?.Owner}"));
        }
    }

    [Fact]
    public void Complete_ManyWaitersOfOneTask_FirstComesLast()
    {
        var source = new TaskCompletionSource();
        var log = new List<int>();
        for (var i = 0; i < 100; i++)
        {
            var number = i;
            StartAsync(async () =>
            {
                await source.Task;
                log.Add(number);
            });
        }

        Complete(source.SetResult);

        // The runtime's order, not ours. Should a later runtime change it, replays of older journals would take other paths.
        Assert.Equal([.. Enumerable.Range(1, 99), 0], log);
    }

    [Fact]
    [Capability("Hard cases", "10,000 tasks in one `WhenAll`")]
    public void Complete_TenThousandInWhenAll_EndsOnThePump()
    {
        var sources = Enumerable.Range(0, 10_000).Select(_ => new TaskCompletionSource()).ToList();
        var ended = false;
        StartAsync(async () =>
        {
            await Task.WhenAll(sources.Select(source => source.Task));
            ended = Scheduler.IsCurrent;
        });

        foreach (var source in sources)
        {
            Complete(source.SetResult);
        }

        Assert.True(ended);
        Assert.Equal(0, Observer.ForeignPosts);
    }

    [Fact]
    [Capability("Futures and combinators", "Outcome fixed by journal order on replay")]
    [Capability("Known mistakes, not repeated", "The winner of a race changes on replay")]
    public void Complete_WhenAny_WinnerIsTheFirstReleasedInAnyOrder()
    {
        var random = new Random(1);
        for (var round = 0; round < 1000; round++)
        {
            var scheduler = new TurnScheduler(Observer);
            var sources = Enumerable.Range(0, random.Next(2, 8)).Select(number => (number, source: new TaskCompletionSource<int>())).ToArray();
            var order = new List<int>();
            scheduler.Run(_ => _ = TakeAsync(sources.Select(entry => entry.source.Task).ToList(), order), null);

            random.Shuffle(sources);
            foreach (var (number, source) in sources)
            {
                scheduler.Complete(
                    _ =>
                    {
                        source.SetResult(number);
                        return false;
                    },
                    null);
            }

            Assert.Equal(sources.Select(entry => entry.number), order);
        }

        static async Task TakeAsync(List<Task<int>> waiting, List<int> order)
        {
            while (waiting.Count > 0)
            {
                var winner = await Task.WhenAny(waiting);
                waiting.Remove(winner);
                order.Add(await winner);
            }
        }
    }

    [Fact]
    public void Complete_MixOfConstructs_OrderIsTheSameInEachRun()
    {
        var first = RunMix();

        for (var repeat = 0; repeat < 200; repeat++)
        {
            Assert.Equal(first, RunMix());
        }

        List<string> RunMix()
        {
            var run = new ConstructRun();
            Assert.Equal(ConstructOutcome.Stays, run.Execute(MixAsync));
            return run.Log;
        }

        static async Task MixAsync(ConstructRun run)
        {
            var workers = Enumerable.Range(0, 10).Select(number => WorkAsync(run, number)).ToList();
            while (workers.Count > 0)
            {
                var winner = await Task.WhenAny(workers);
                run.Probe($"winner {await winner}");
                workers.Remove(winner);
            }
        }

        static async Task<int> WorkAsync(ConstructRun run, int number)
        {
            for (var step = 0; step < 3 + (number % 3); step++)
            {
                await run.Durable();
                run.Probe($"{number}.{step}");
                await (step % 3 == 0 ? (Task)run.Durable().ContinueWith(task => task.Result) : Task.WhenAny(run.Durable(), ConstructRun.Never()));
                await Task.Yield();
                await Task.Factory.StartNew(() => run.Probe($"{number}.{step} started"));
                await LibraryAsync(run);
                await run.Durable().WaitAsync(TimeSpan.FromDays(1), run.Time);
                run.Probe($"{number}.{step} end");
            }

            return number;
        }

        static async Task LibraryAsync(ConstructRun run) => await run.Durable().ConfigureAwait(false);
    }
}
