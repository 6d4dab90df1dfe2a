using Restate.Actors.Internal.Activations;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Activations;

public sealed class ExclusiveGateTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ManualClock _clock = new();
    private readonly ExclusiveGate _gate = new();
    private readonly Holder _a = new();
    private readonly Holder _b = new();
    private readonly Holder _c = new();

    [Fact]
    public async Task Enter_Free_AtOnce()
    {
        await EnterNow(_a);
        _gate.Leave(_a);
        await EnterNow(_b);

        Assert.Equal(0, _a.Stops);
    }

    [Fact]
    public async Task Enter_Held_AsksTheHolderToStopAndWaits()
    {
        await Enter(_a);

        var b = Enter(_b);

        Assert.Equal(1, _a.Stops);
        Assert.False(b.IsCompleted);
        _gate.Leave(_a);
        await b.WaitAsync(AttemptPeer.Patience);
        Assert.Equal(0, _b.Stops);
    }

    [Fact]
    public async Task Enter_ThreeInARow_EnterInOrderAndKnowOfThoseBehind()
    {
        await Enter(_a);
        var b = Enter(_b);
        var c = Enter(_c);

        _gate.Leave(_b);
        Assert.False(b.IsCompleted);
        _gate.Leave(_a);

        await b.WaitAsync(AttemptPeer.Patience);
        Assert.Equal(1, _b.Stops);
        Assert.False(c.IsCompleted);
        _gate.Leave(_b);
        await c.WaitAsync(AttemptPeer.Patience);
        Assert.Equal(0, _c.Stops);
    }

    [Fact]
    public async Task Enter_HolderStays_EntersAfterTheGracePeriod()
    {
        await Enter(_a);
        var b = Enter(_b);

        _clock.Advance(Grace - TimeSpan.FromTicks(1));
        Assert.False(b.IsCompleted);
        _clock.Advance(TimeSpan.FromTicks(1));

        await b.WaitAsync(AttemptPeer.Patience);
        var c = Enter(_c);
        _gate.Leave(_a);
        Assert.False(c.IsCompleted);
        _gate.Leave(_b);
        await c.WaitAsync(AttemptPeer.Patience);
    }

    [Fact]
    public async Task Enter_NewOnesKeepComing_GracePeriodIsThatOfTheFirst()
    {
        await Enter(_a);
        var b = Enter(_b);
        _clock.Advance(Grace / 2);
        var c = Enter(_c);

        _clock.Advance(Grace / 2);

        await b.WaitAsync(AttemptPeer.Patience);
        Assert.False(c.IsCompleted);
    }

    [Fact]
    public async Task Enter_BehindOneThatOvertook_GracePeriodBeginsAnew()
    {
        await Enter(_a);
        var b = Enter(_b);
        _clock.Advance(Grace / 2);
        var c = Enter(_c);
        _clock.Advance(Grace / 2);
        await b.WaitAsync(AttemptPeer.Patience);

        _clock.Advance(Grace / 2);
        Assert.False(c.IsCompleted);

        await Eventually.BecomesTrueAsync(() =>
        {
            _clock.Advance(Grace / 2);
            return Task.FromResult(c.IsCompleted);
        });
    }

    [Fact]
    public async Task Leave_WhileTheGracePeriodEnds_OneHolder()
    {
        for (var round = 0; round < 1000; round++)
        {
            await Enter(_a);
            var b = Enter(_b);

            await Task.WhenAll(Task.Run(() => _gate.Leave(_a)), Task.Run(() => _clock.Advance(Grace)));

            await b.WaitAsync(AttemptPeer.Patience);
            _gate.Leave(_a);
            _gate.Leave(_b);
        }
    }

    [Fact]
    public async Task ManyComeAndGo_NeverTwoInside()
    {
        var inside = 0;
        var most = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var round = 0; round < 500; round++)
            {
                var holder = new Holder();
                await Enter(holder);
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
                _gate.Leave(holder);
            }
        }))).WaitAsync(AttemptPeer.Patience);

        Assert.Equal(1, most);
        await EnterNow(_a);
    }

    private async Task EnterNow(Holder holder)
    {
        var entry = Enter(holder);
        Assert.True(entry.IsCompleted);
        await entry;
    }

    private Task Enter(Holder holder) => _gate.EnterAsync(holder, Grace, _clock).AsTask();

    private sealed class Holder : IGateHolder
    {
        public int Stops { get; private set; }

        public void Stop() => Stops++;

        public void Waited(TimeSpan time)
        {
        }
    }
}
