using System.Runtime.CompilerServices;
using Restate.Actors.Internal.Turns;
using Xunit;

#pragma warning disable VSTHRD001, VSTHRD100, VSTHRD101, VSTHRD110, CA2008 // Misuse by user code is what is tried here.

namespace Restate.Actors.Tests.Turns;

/// <summary>Work from outside the pump, and the end of all work.</summary>
public sealed class TurnQueueTests : TurnSchedulerTest
{
    [Fact]
    public void Post_FromAnotherThread_WaitsForDrain()
    {
        var log = new List<string>();
        Start(() =>
        {
            OnAnotherThread(() => Scheduler.Post(_ => log.Add("foreign"), null));
            Scheduler.Post(_ => log.Add("own"), null);
        });
        Complete(() => { });

        Assert.Equal(["own"], log);
        Assert.True(Scheduler.HasForeignWork);
        Assert.Equal(1, Scheduler.ForeignPostCount);
        Assert.Equal(1, Observer.ForeignPosts);

        Scheduler.Drain();

        Assert.Equal(["own", "foreign"], log);
        Assert.False(Scheduler.HasForeignWork);
    }

    [Fact]
    public void Post_ByAForeignCompletion_IsReportedAndContinuesInDrain()
    {
        var source = new TaskCompletionSource();
        TurnScheduler? seen = null;
        StartAsync(async () =>
        {
            await source.Task;
            seen = TurnScheduler.Current;
        });

        OnAnotherThread(source.SetResult);

        Assert.Equal(1, Observer.ForeignPosts);
        Assert.Null(seen);
        Scheduler.Drain();
        Assert.Same(Scheduler, seen);
    }

    [Fact]
    public void Post_FromManyThreads_LosesNothing()
    {
        var ran = 0;
        Parallel.For(0, 1000, _ => Scheduler.Post(_ => ran++, null));

        Scheduler.Drain();

        Assert.Equal(1000, ran);
        Assert.Equal(1000, Scheduler.ForeignPostCount);
    }

    [Fact]
    public void Drain_ForeignTurnsQueueOwnTurns_OwnTurnsComeFirst()
    {
        var log = new List<int>();
        OnAnotherThread(() =>
        {
            Scheduler.Post(_ => Scheduler.Post(_ => log.Add(1), null), null);
            Scheduler.Post(_ => log.Add(2), null);
        });

        Scheduler.Drain();

        Assert.Equal([1, 2], log);
    }

    [Fact]
    public void Send_OnThePump_RunsInline()
    {
        var log = new List<string>();

        Start(() =>
        {
            SynchronizationContext.Current!.Send(state => log.Add((string)state!), "sent");
            log.Add("after");
        });

        Assert.Equal(["sent", "after"], log);
    }

    [Fact]
    public void Send_Elsewhere_Throws()
    {
        var error = Assert.Throws<NotSupportedException>(() => Scheduler.Send(_ => { }, null));

        Assert.Equal("Send cannot be used from outside the invocation scheduler: it would block the thread. Use Post.", error.Message);
    }

    [Fact]
    public void Close_PendingAwaits_NeitherContinueNorUnwind()
    {
        var source = new TaskCompletionSource();
        var log = new List<string>();
        StartAsync(() => TryAsync(captured: true));
        StartAsync(() => TryAsync(captured: false));

        Scheduler.Close();
        Complete(() => source.SetException(new FormatException()));
        Scheduler.Run(_ => log.Add("run"), null);
        Scheduler.Drain();

        Assert.Equal(["start", "start"], log);
        Assert.Empty(Observer.Exceptions);

        async Task TryAsync(bool captured)
        {
            try
            {
                log.Add("start");
                await source.Task.ConfigureAwait(captured);
                log.Add("after");
            }
            catch (FormatException)
            {
                log.Add("catch");
            }
            finally
            {
                log.Add("finally");
            }
        }
    }

    [Fact]
    public void Close_ForeignPostsBeforeAndAfter_AreDroppedSilently()
    {
        var ran = false;
        OnAnotherThread(() => Scheduler.Post(_ => ran = true, null));

        Scheduler.Close();
        OnAnotherThread(() => Scheduler.Post(_ => ran = true, null));
        Scheduler.Drain();

        Assert.False(ran);
        Assert.False(Scheduler.HasForeignWork);
        Assert.Equal(1, Observer.ForeignPosts);
    }

    [Fact]
    public void Close_InATurn_EndsWithThatTurn()
    {
        var log = new List<string>();

        Start(() =>
        {
            Scheduler.Post(_ => log.Add("queued before"), null);
            Scheduler.Close();
            Scheduler.Post(_ => log.Add("queued after"), null);
            log.Add("rest of the turn");
        });

        Assert.Equal(["rest of the turn"], log);
    }

    [Fact]
    public void Close_ByTheObserverOfAnException_NoFurtherTurnRuns()
    {
        Observer.WhenException = _ => Scheduler.Close();
        var ran = false;

        Start(() =>
        {
            Scheduler.Post(_ => ran = true, null);
            throw new FormatException();
        });

        Assert.False(ran);
    }

    [Fact]
    public void Close_AbandonedHandler_IsCollected()
    {
        var weak = Abandon();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(weak.TryGetTarget(out _));

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference<TurnScheduler> Abandon()
        {
            var scheduler = new TurnScheduler(Observer);
            scheduler.Run(static _ => _ = ConstructRun.Never(), null);
            scheduler.Run(static async _ => await ConstructRun.Never(), null);
            scheduler.Close();
            return new WeakReference<TurnScheduler>(scheduler);
        }
    }
}
