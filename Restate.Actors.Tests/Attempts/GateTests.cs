using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>Two attempts of one key in one process.</summary>
public sealed class GateTests
{
    [Fact]
    public async Task Exclusive_OlderWaits_IsReplacedByTheNewer()
    {
        await using var host = new EngineHost();
        var running = 0;
        host.Script.Handler = async (context, input) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            await context.CreateAwakeable<int>().Task;
            return input;
        };
        host.Script.Disposal = () => Interlocked.Decrement(ref running);
        var older = AttemptPeer.Start(host, JournalScript.Object());

        var newer = AttemptPeer.Start(host, JournalScript.Object());

        await older.WasGivenUpAsync();
        newer.Send(WireFrame.Signal(17, "1"));
        Assert.Equal(["OutputCommand value=\"in\"", "End"], await newer.FinishAsync());
        Assert.Equal(0, running);
    }

    [Fact]
    public async Task Exclusive_OlderIsInATurn_NewerWaitsForIt()
    {
        await using var host = new EngineHost();
        var inTurn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var release = new SemaphoreSlim(0);
        List<string> seen = [];
        host.Script.Handler = async (context, input) =>
        {
            seen.Add($"{input} begins");
            if (input == "old")
            {
                inTurn.SetResult();
                Assert.True(release.Wait(AttemptPeer.Patience));
            }

            seen.Add($"{input} ends");
            await context.Run("s", _ => Task.CompletedTask);
            return input;
        };
        AttemptPeer? older = null;
        var olderRuns = Task.Run(() => older = AttemptPeer.Start(host, JournalScript.Object("\"old\"")));
        await inTurn.Task.WaitAsync(AttemptPeer.Patience);
        var newer = AttemptPeer.Start(host, JournalScript.Object("\"new\""));
        Assert.Equal(["old begins"], seen);

        release.Release();

        await newer.NextAsync("ProposeRunCompletion result_completion_id=1 value=");
        Assert.Equal(["old begins", "old ends", "new begins", "new ends"], seen);
        await olderRuns.WaitAsync(AttemptPeer.Patience);
        await older!.WasGivenUpAsync();
        newer.Send(WireFrame.Completion(Internal.Protocol.MessageType.RunCompletion, 1, ""));
        await newer.FinishAsync();
    }

    [Fact]
    public async Task Exclusive_OlderDoesNotEndItsTurn_NewerRunsAfterTheGracePeriod()
    {
        var clock = new ManualClock();
        await using var host = new EngineHost(clock: clock);
        var inTurn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var release = new SemaphoreSlim(0);
        host.Script.Handler = (_, input) =>
        {
            if (input == "old")
            {
                inTurn.SetResult();
                Assert.True(release.Wait(AttemptPeer.Patience));
            }

            return Task.FromResult(input);
        };
        AttemptPeer? older = null;
        var olderRuns = Task.Run(() => older = AttemptPeer.Start(host, JournalScript.Object("\"old\"")));
        await inTurn.Task.WaitAsync(AttemptPeer.Patience);
        var newer = AttemptPeer.Start(host, JournalScript.Object("\"new\""));

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["OutputCommand value=\"new\"", "End"], await newer.FinishAsync());
        release.Release();
        await olderRuns.WaitAsync(AttemptPeer.Patience);
        Assert.Equal(["OutputCommand value=\"old\"", "End"], await older!.FinishAsync());
        Assert.Equal(["OutputCommand value=\"again\"", "End"], await AttemptPeer.Start(host, JournalScript.Object("\"again\"")).FinishAsync());
    }

    [Fact]
    public async Task Exclusive_StreamIsLostWhileItWaits_HandlerDoesNotRun()
    {
        await using var host = new EngineHost();
        var inTurn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var release = new SemaphoreSlim(0);
        List<string> seen = [];
        host.Script.Handler = (_, input) =>
        {
            seen.Add(input);
            inTurn.SetResult();
            Assert.True(release.Wait(AttemptPeer.Patience));
            return Task.FromResult(input);
        };
        var olderRuns = Task.Run(() => AttemptPeer.Start(host, JournalScript.Object("\"old\"")));
        await inTurn.Task.WaitAsync(AttemptPeer.Patience);
        var newer = AttemptPeer.Start(host, JournalScript.Object("\"new\""));

        newer.Abort();
        release.Release();

        await newer.WasGivenUpAsync();
        await olderRuns.WaitAsync(AttemptPeer.Patience);
        Assert.Equal(["old"], seen);
    }

    [Fact]
    [Capability("Definition and kinds", "Shared handlers (objects, workflows)")]
    public async Task Shared_RunsBesideTheExclusiveOne()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            await context.CreateAwakeable<int>().Task;
            return input;
        };
        var exclusive = AttemptPeer.Start(host, JournalScript.Object());
        var shared = AttemptPeer.Start(host, JournalScript.Object() with { Handler = "Look" });

        shared.Send(WireFrame.Signal(17, "1"));
        await shared.FinishAsync();
        exclusive.Send(WireFrame.Signal(17, "1"));

        Assert.Equal(["OutputCommand value=\"in\"", "End"], await exclusive.FinishAsync());
    }

    [Fact]
    public async Task OtherKey_DoesNotWait()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            await context.CreateAwakeable<int>().Task;
            return input;
        };
        var one = AttemptPeer.Start(host, JournalScript.Object() with { Key = "1" });
        var two = AttemptPeer.Start(host, JournalScript.Object() with { Key = "2" });

        one.Send(WireFrame.Signal(17, "1"));
        two.Send(WireFrame.Signal(17, "1"));

        await one.FinishAsync();
        await two.FinishAsync();
    }
}
