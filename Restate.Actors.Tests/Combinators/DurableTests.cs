using Restate.Actors.Tests.Turns;
using Xunit;

namespace Restate.Actors.Tests.Combinators;

public sealed class DurableTests
{
    [Fact]
    [Capability("Futures and combinators", "Iterate in completion order")]
    public void WhenEach_InAHandler_InTheOrderOfCompletionAndOnThePump() => InHandler(async run =>
    {
        var (first, second, third) = (run.Durable(1), run.Durable(2), run.Durable(3));

        await foreach (var task in Durable.WhenEach(third, first, second))
        {
            run.Probe($"{await task}");
            await run.Durable();
        }

        Assert.Equal(["1", "2", "3"], run.Log);
    });

    [Fact]
    public void WhenEach_TasksThatHaveEnded_InTheirOrder() => InHandler(async run =>
    {
        var results = new List<int>();
        await foreach (var task in Durable.WhenEach(run.Durable(3), Task.FromResult(1), Task.FromResult(2)))
        {
            results.Add(await task);
        }

        Assert.Equal([1, 2, 3], results);
    });

    [Fact]
    public void WhenEach_ReadTwice_EachTaskOnce() => InHandler(async run =>
    {
        var tasks = Durable.WhenEach(run.Durable(1), run.Durable(2));
        var results = new List<int>();
        for (var i = 0; i < 2; i++)
        {
            await foreach (var task in tasks)
            {
                results.Add(await task);
            }
        }

        Assert.Equal([1, 2], results);
    });

    [Fact]
    public void WhenEach_TenThousandTasks_AllInOrder() => InHandler(async run =>
    {
        var tasks = Enumerable.Range(0, 10_000).Select(run.Durable).ToArray();
        var next = 0;
        await foreach (var task in Durable.WhenEach(tasks.Reverse()))
        {
            Assert.Equal(next++, await task);
        }
    });

    [Fact]
    [Capability("Futures and combinators", "Any success, all settled")]
    public void WhenAnySucceeded_FailuresFirst_ResultOfTheFirstSuccess() => InHandler(async run =>
    {
        Assert.Equal(2, await Durable.WhenAnySucceeded(ConstructRun.Never(), FailAsync(run, "a"), run.Durable(2), run.Durable(3)));
        run.Probe();
        await Durable.WhenAnySucceeded((Task)FailAsync(run, "a"), run.Durable(2));
        run.Probe();
    });

    [Fact]
    public void WhenAnySucceeded_AllFail_LastFailure() => InHandler(async run =>
    {
        var first = FailAsync(run, "first");
        var last = FailAsync(run, "last");

        var error = await Assert.ThrowsAsync<TerminalException>(() => Durable.WhenAnySucceeded(last, first));

        Assert.Equal("last", error.Message);
    });

    [Fact]
    public async Task WhenAnySucceeded_NoTasks_Refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Durable.WhenAnySucceeded<int>());
    }

    [Fact]
    [Capability("Futures and combinators", "All")]
    public void WhenAllSucceeded_OneFails_DoesNotWaitForTheOthers() => InHandler(async run =>
    {
        var error = await Assert.ThrowsAsync<TerminalException>(() => Durable.WhenAllSucceeded(ConstructRun.Never(), FailAsync(run, "at once")));

        Assert.Equal("at once", error.Message);
        run.Probe();
    });

    [Fact]
    public void WhenAllSucceeded_All_ResultsInTheOrderOfTheTasks() => InHandler(async run =>
    {
        var (first, second) = (run.Durable(1), run.Durable(2));

        var results = await Durable.WhenAllSucceeded(second, first);
        var none = await Durable.WhenAllSucceeded<int>();

        Assert.Equal([2, 1], results);
        Assert.Empty(none);
        run.Probe();
    });

    [Fact]
    [Capability("Futures and combinators", "Any success, all settled")]
    public void WhenAllSettled_MixedOutcomes_AllTasks() => InHandler(async run =>
    {
        var settled = await Durable.WhenAllSettled(FailAsync(run, "a"), run.Durable(2), FailAsync(run, "c"));

        Assert.Equal([true, false, true], settled.Select(task => task.IsFaulted));
        run.Probe();
    });

    [Fact]
    public async Task WhenAllSettled_Cancelled_CancellationIsThrown()
    {
        await Assert.ThrowsAsync<InvocationCancelledException>(
            () => Durable.WhenAllSettled(Task.FromResult(1), Task.FromException<int>(new InvocationCancelledException())));
    }

    [Fact]
    [Capability("Futures and combinators", "Structured fan-out over many items with a bound")]
    public void ForEachAsync_ManyItems_BoundIsKept() => InHandler(async run =>
    {
        var (running, most, done) = (0, 0, new List<int>());

        await Durable.ForEachAsync(Enumerable.Range(0, 20), 3, async item =>
        {
            most = Math.Max(most, ++running);
            await run.Durable();
            done.Add(item);
            running--;
            run.Probe();
        });

        Assert.Equal(3, most);
        Assert.Equal(Enumerable.Range(0, 20), done);
    });

    [Fact]
    [Capability("Futures and combinators", "Structured fan-out over many items with a bound")]
    public void ForEachAsync_OneFails_RestIsNotStartedAndOthersAreAwaited() => InHandler(async run =>
    {
        var (started, ended) = (0, 0);

        var error = await Assert.ThrowsAsync<TerminalException>(() => Durable.ForEachAsync(Enumerable.Range(0, 20), 3, async item =>
        {
            started++;
            await run.Durable();
            ended++;
            if (item == 1)
            {
                throw new TerminalException("item 1");
            }
        }));

        Assert.Equal("item 1", error.Message);
        Assert.Equal((4, 4), (started, ended));
        run.Probe();
    });

    [Fact]
    [Capability("Futures and combinators", "Map without awaiting")]
    public void SelectAsync_ItemsOfDifferentLength_ResultsInTheOrderOfTheItems() => InHandler(async run =>
    {
        var results = await Durable.SelectAsync([3, 1, 2], 2, async item =>
        {
            for (var i = 0; i < item; i++)
            {
                await run.Durable();
            }

            return $"{item}";
        });

        Assert.Equal(["3", "1", "2"], results);
        run.Probe();
    });

    [Fact]
    public async Task AllOfThem_OutsideHandlers_Work()
    {
        var squares = await Durable.SelectAsync(Enumerable.Range(0, 50), 4, async item =>
        {
            await Task.Yield();
            return item * item;
        });
        var (late, early) = (new TaskCompletionSource<int>(), Task.FromResult(1));
        var order = new List<int>();
        await foreach (var task in Durable.WhenEach(late.Task, early))
        {
            order.Add(await task);
            late.TrySetResult(2);
        }

        Assert.Equal(Enumerable.Range(0, 50).Select(item => item * item), squares);
        Assert.Equal([1, 2], order);
        Assert.Equal(7, await Durable.WhenAnySucceeded(Task.FromException<int>(new TerminalException("no")), Task.FromResult(7)));
    }

    private static async Task<int> FailAsync(ConstructRun run, string message)
    {
        await run.Durable();
        throw new TerminalException(message);
    }

    private static void InHandler(Func<ConstructRun, Task> handler) => Assert.Equal(ConstructOutcome.Stays, new ConstructRun().Execute(handler));
}
