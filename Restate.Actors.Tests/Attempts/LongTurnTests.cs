using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

public sealed class LongTurnTests
{
    private const string Warning =
        "Warning: [RSTA2005] A turn of Engine.Object/Run, invocation inv_1test, has not ended for 00:00:01. It computes, or it blocks its thread; "
        + "await instead, or use Run(...) for long work.";

    private readonly ManualClock _clock = new();
    private readonly TaskCompletionSource _inTurn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    [Capability("Hard cases", "A handler blocks")]
    public async Task TurnDoesNotEnd_WarnsOnce()
    {
        await using var host = new EngineHost(clock: _clock);
        using var release = new SemaphoreSlim(0);
        host.Script.Handler = (_, input) =>
        {
            _inTurn.SetResult();
            Assert.True(release.Wait(AttemptPeer.Patience));
            return Task.FromResult(input);
        };
        var running = Task.Run(() => AttemptPeer.Start(host, JournalScript.Object()));
        await _inTurn.Task.WaitAsync(AttemptPeer.Patience);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(host.Log.Lines);
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal([Warning], host.Log.Lines);
        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal([Warning], host.Log.Lines);
        release.Release();
        await (await running.WaitAsync(AttemptPeer.Patience)).FinishAsync();
    }

    [Fact]
    public async Task HandlerWaitsForLong_NoWarning()
    {
        await using var host = new EngineHost(clock: _clock);
        host.Script.Handler = async (context, input) =>
        {
            await context.CreateAwakeable<int>().Task;
            return input;
        };
        var peer = AttemptPeer.Start(host, JournalScript.Object());

        _clock.Advance(TimeSpan.FromHours(1));

        peer.Send(WireFrame.Signal(17, "1"));
        await peer.FinishAsync();
        Assert.Empty(host.Log.Lines);
    }

    [Fact]
    public async Task SwitchedOff_NoWarning()
    {
        await using var host = new EngineHost(clock: _clock, options: options => options.LongTurnThreshold = Timeout.InfiniteTimeSpan);
        using var release = new SemaphoreSlim(0);
        host.Script.Handler = (_, input) =>
        {
            _inTurn.SetResult();
            Assert.True(release.Wait(AttemptPeer.Patience));
            return Task.FromResult(input);
        };
        var running = Task.Run(() => AttemptPeer.Start(host, JournalScript.Object()));
        await _inTurn.Task.WaitAsync(AttemptPeer.Patience);

        _clock.Advance(TimeSpan.FromMinutes(1));

        release.Release();
        await (await running.WaitAsync(AttemptPeer.Patience)).FinishAsync();
        Assert.Empty(host.Log.Lines);
    }

    [Fact]
    public async Task NothingRuns_TimerStops()
    {
        await using var host = new EngineHost(clock: _clock);
        await AttemptPeer.Start(host, JournalScript.Basic()).FinishAsync();
        Assert.Equal(1, _clock.TimerCount);

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, _clock.TimerCount);
    }
}
