using Restate.Actors.Internal.Attempts;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

public sealed class WakeSignalTests
{
    private readonly WakeSignal _signal = new();

    [Fact]
    public async Task Wake_BeforeTheWait_IsNotLost()
    {
        _signal.Wake();
        _signal.Wake();

        await WaitAsync();

        Assert.False(WaitAsync().IsCompleted);
    }

    [Fact]
    public void Wake_DuringTheWait_ContinuesOnThisThread()
    {
        var waiting = WaitAsync();
        Assert.False(waiting.IsCompleted);

        _signal.Wake();

        Assert.True(waiting.IsCompleted);
    }

    [Fact]
    public async Task ManyThreadsWake_EachNoteIsSeen()
    {
        const int Threads = 4;
        const int Notes = 50_000;
        var noted = 0;
        var waiter = Task.Run(async () =>
        {
            while (Volatile.Read(ref noted) < Threads * Notes)
            {
                await _signal;
            }
        });

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < Notes; i++)
            {
                Interlocked.Increment(ref noted);
                _signal.Wake();
            }
        })));

        await waiter.WaitAsync(AttemptPeer.Patience);
    }

    [Fact]
    public async Task PingPong_BetweenTwoLoops_NeverStops()
    {
        var other = new WakeSignal();
        var ping = Task.Run(() => BounceAsync(_signal, other));
        var pong = Task.Run(() => BounceAsync(other, _signal));

        _signal.Wake();

        await Task.WhenAll(ping, pong).WaitAsync(AttemptPeer.Patience);

        static async Task BounceAsync(WakeSignal own, WakeSignal other)
        {
            for (var i = 0; i < 20_000; i++)
            {
                await own;

                // On another thread, as a network does; on this one the two would stand on each other's stack.
                ThreadPool.UnsafeQueueUserWorkItem(static signal => signal.Wake(), other, preferLocal: false);
            }
        }
    }

    [Fact]
    public async Task WakeElsewhere_CountsAsRunningBeforeItsThreadComes()
    {
        var activity = new Activity();
        var signal = new WakeSignal(activity);
        var turn = new TaskCompletionSource();
        var waiting = WaitForAsync(signal, turn.Task);
        Assert.Equal(-1, activity.Running);

        signal.WakeElsewhere();
        Assert.Equal(0, activity.Running);
        turn.SetResult();
        await waiting.WaitAsync(AttemptPeer.Patience);

        Assert.Equal(0, activity.Running);
    }

    [Fact]
    public void Wake_LoopParksAgain_CountsEachOnce()
    {
        var activity = new Activity();
        var signal = new WakeSignal(activity);
        _ = ParkForEverAsync(signal);

        signal.Wake();
        signal.Wake();
        Assert.Equal(-1, activity.Running);
    }

    private static async Task WaitForAsync(WakeSignal signal, Task turn)
    {
        await signal;
        await turn;
    }

    private static async Task ParkForEverAsync(WakeSignal signal)
    {
        while (true)
        {
            await signal;
        }
    }

    private async Task WaitAsync() => await _signal;

    private sealed class Activity : IAttemptActivity
    {
        private int _running;

        public int Running => Volatile.Read(ref _running);

        public void Begin() => Interlocked.Increment(ref _running);

        public void End() => Interlocked.Decrement(ref _running);
    }
}
