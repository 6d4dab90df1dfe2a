using Restate.Actors.Internal.Turns;
using Xunit;

#pragma warning disable VSTHRD001, VSTHRD100, VSTHRD101, VSTHRD110, CA2008 // Misuse by user code is what is tried here.

namespace Restate.Actors.Tests.Turns;

/// <summary>Entering the pump, and what a turn may throw.</summary>
public sealed class TurnSchedulerTests : TurnSchedulerTest
{
    [Fact]
    public void Run_SynchronousHandler_RunsOnTheCallingThreadWithState()
    {
        object? seen = null;
        var thread = 0;

        Scheduler.Run(
            state =>
            {
                seen = state;
                thread = Environment.CurrentManagedThreadId;
            },
            "state");

        Assert.Equal("state", seen);
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
    }

    [Fact]
    public void Run_DuringTurn_MarksTheThread()
    {
        Scheduler.Owner = "attempt";
        var during = false;

        Start(() => during = Scheduler.IsCurrent && TurnScheduler.Current == Scheduler && Equals(TurnScheduler.Current.Owner, "attempt"));

        Assert.True(during);
        Assert.False(Scheduler.IsCurrent);
        Assert.Null(TurnScheduler.Current);
    }

    [Fact]
    public void Run_DuringTurn_NumberIsSet()
    {
        var during = 0L;

        Start(() => during = Scheduler.RunningTurn);

        Assert.NotEqual(0, during);
        Assert.Equal(0, Scheduler.RunningTurn);
    }

    [Fact]
    public void Run_TurnsQueuedByTurns_RunInOrderBeforeItReturns()
    {
        var log = new List<string>();

        Start(() =>
        {
            Scheduler.Post(_ => log.Add("second"), null);
            Task.Factory.StartNew(() => log.Add("third"));
            SynchronizationContext.Current!.Post(
                _ =>
                {
                    log.Add("fourth");
                    Scheduler.Post(_ => log.Add("fifth"), null);
                },
                null);
            log.Add("first");
        });

        Assert.Equal(["first", "second", "third", "fourth", "fifth"], log);
    }

    [Fact]
    public void Run_FromItsOwnTurn_Throws()
    {
        Start(() => Scheduler.Run(_ => { }, null));

        var error = Assert.IsType<InvalidOperationException>(Assert.Single(Observer.Exceptions));
        Assert.Equal("The pump of this invocation is already running: it has one caller at a time and cannot be entered from a turn.", error.Message);
    }

    [Fact]
    public void Run_TurnThrows_IsReportedAndTheNextTurnRuns()
    {
        var nextRan = false;

        Start(() =>
        {
            Scheduler.Post(_ => nextRan = true, null);
            throw new FormatException();
        });

        Assert.IsType<FormatException>(Assert.Single(Observer.Exceptions));
        Assert.True(nextRan);
        Assert.Null(TurnScheduler.Current);
    }

    [Fact]
    public void Run_ObserverThrows_ReachesTheCallerAndThePumpCanBeEnteredAgain()
    {
        Observer.WhenException = exception => throw new InvalidOperationException("observer", exception);
        var nextRan = false;

        var error = Assert.Throws<InvalidOperationException>(() => Start(() =>
        {
            Scheduler.Post(_ => nextRan = true, null);
            throw new FormatException();
        }));

        Assert.Equal("observer", error.Message);
        Assert.False(nextRan);
        Assert.Null(TurnScheduler.Current);
        Assert.Equal(0, Scheduler.RunningTurn);
        Scheduler.Drain();
        Assert.True(nextRan);
    }

    [Fact]
    public void Run_AsyncVoidThrows_IsReportedAndTheHandlerGoesOn()
    {
        var source = new TaskCompletionSource();
        var seen = 0;
        StartAsync(async () =>
        {
            Forget();
            await source.Task;
            seen = 1;
        });

        Complete(source.SetResult);

        Assert.Equal(2, Observer.Exceptions.Count);
        Assert.All(Observer.Exceptions, exception => Assert.IsType<FormatException>(exception));
        Assert.Equal(1, seen);

        async void Forget()
        {
            ForgetAtOnce();
            await source.Task;
            throw new FormatException();
        }

        static async void ForgetAtOnce()
        {
            await Task.CompletedTask;
            throw new FormatException();
        }
    }

    [Fact]
    public void Run_ChildTaskAttachesToThePump_DoesNotWaitForIt()
    {
        var source = new TaskCompletionSource();
        var ended = false;
        Start(() => Task.Factory.StartNew(
            async () =>
            {
                await source.Task;
                ended = true;
            },
            TaskCreationOptions.AttachedToParent));

        Complete(source.SetResult);

        Assert.True(ended);
    }
}
