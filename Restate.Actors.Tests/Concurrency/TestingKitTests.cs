using Restate.Actors.Testing.Internal.Server;
using Restate.Actors.Testing.Internal.Time;
using Xunit;

namespace Restate.Actors.Tests.Concurrency;

/// <summary>The in-memory server of the testing kit, used from many threads.</summary>
public sealed class TestingKitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task ServerLoop_WorkFromManyThreads_OneAtATimeAndNoneIsLost()
    {
        var loop = new ServerLoop(new FirstInFirstOut());
        var inside = 0;
        var done = 0;
        var overlaps = 0;
        void Work()
        {
            overlaps += Interlocked.Increment(ref inside) == 1 ? 0 : 1;
            done++;
            Interlocked.Decrement(ref inside);
        }

        Crowd.Run(5000, (thread, round) =>
        {
            switch (round % 3)
            {
                case 0:
                    loop.Post(lane: null, Work);
                    break;
                case 1:
                    loop.PostFromElsewhere(thread, Work);
                    break;
                default:
                    loop.Hold();
                    loop.Post(thread, Work);
                    loop.Release();
                    break;
            }

            Assert.InRange(loop.Read(() => done), 0, 20_000);
        });
        await loop.WhenIdleAsync().WaitAsync(Patience);

        Assert.Equal((20_000, 0, 20_000), (done, overlaps, loop.WorkDone));
    }

    [Fact]
    public void StateStore_ManyThreads_EachKeyHasItsOwn()
    {
        var store = new StateStore();

        Crowd.Run(5000, (thread, round) =>
        {
            var own = new ActorKey("S", $"{thread}");
            store.Set(own, $"{round % 9}", new byte[] { (byte)thread });
            store.Clear(own, $"{(round + 4) % 9}");
            Assert.Equal(thread, store.Get(own, $"{round % 9}")!.Value.Span[0]);
            Assert.All(store.GetAll(new ActorKey("S", $"{(thread + 1) % 4}")), pair => Assert.Equal((thread + 1) % 4, pair.Value.Span[0]));
            if (round % 100 == 0)
            {
                store.ClearAll(own);
            }
        });
    }

    [Fact]
    public void VirtualTime_TimersAddedCancelledAndFired_EachOnceOrNever()
    {
        var time = new VirtualTime(DateTimeOffset.UnixEpoch);
        var fired = 0;
        var cancelled = 0;

        Crowd.Run(5000, (thread, round) =>
        {
            var entry = time.Schedule(time.GetUtcNow() + TimeSpan.FromSeconds(round % 5), () => Interlocked.Increment(ref fired), "test");
            if (round % 2 == 0 && time.Cancel(entry))
            {
                Interlocked.Increment(ref cancelled);
            }

            if (thread == 0)
            {
                time.JumpTo(time.GetUtcNow() + TimeSpan.FromSeconds(1))?.Fire();
            }
        });
        while (time.NextDue is { } due)
        {
            time.JumpTo(due)?.Fire();
        }

        Assert.Equal(20_000, fired + cancelled);
        Assert.Empty(time.Pending);
    }
}
