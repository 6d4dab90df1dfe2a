using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>A call that needs nothing but its input: one read, user code on the same thread, one flush, then the end of the stream.</summary>
public sealed class StraightThroughTests
{
    [Fact]
    public async Task Greet_NothingToWaitFor_OneReadAndOneFlush()
    {
        await using var host = new EngineHost();

        var peer = AttemptPeer.Start(host, JournalScript.Of("Engine.Greeter", "Greet", "\"Ada\"") with { Key = "" });

        Assert.Equal(["read", "flush", "wait for input"], peer.Notes);
        Assert.Equal(["OutputCommand value=\"Ada\"", "End"], await peer.FinishAsync());
        Assert.Equal(["read", "flush", "wait for input"], peer.Notes);
        Assert.Equal(0, host.Engine.RunningCount);
    }

    [Fact]
    public async Task Greet_InputIsClosedAlready_NothingIsWaitedFor()
    {
        await using var host = new EngineHost();

        var peer = AttemptPeer.Start(host, JournalScript.Of("Engine.Greeter", "Greet", "\"Ada\"") with { Key = "" }, isInputClosed: true);

        Assert.Equal(["read", "flush"], peer.Notes);
        Assert.True(peer.Ended.IsCompletedSuccessfully);
        Assert.Equal(["OutputCommand value=\"Ada\"", "End"], peer.Take());
    }

    [Fact]
    [Capability("State", "Eager state from the start message")]
    public async Task Add_EagerState_OneReadAndOneFlush()
    {
        await using var host = new EngineHost();

        var peer = AttemptPeer.Start(host, JournalScript.Of("Engine.Counter", "Add", "1") with { State = [("count", "41")] });

        Assert.Equal(["read", "flush", "wait for input"], peer.Notes);
        Assert.Equal(
            ["GetEagerStateCommand key=count value=41", "SetStateCommand key=count value=42", "OutputCommand value=42", "End"],
            await peer.FinishAsync());
        Assert.Equal(1, host.Engine.Activations.Count);
    }

    [Fact]
    public async Task Handler_NothingToWaitFor_RunsOnTheThreadThatRead()
    {
        await using var host = new EngineHost();
        var thread = 0;
        host.Script.Handler = async (context, input) =>
        {
            await context.States.Get<int>("n").GetAsync(0);
            thread = Environment.CurrentManagedThreadId;
            return input;
        };

        var peer = AttemptPeer.Start(host, JournalScript.Object());

        Assert.Equal(Environment.CurrentManagedThreadId, thread);
        await peer.FinishAsync();
    }

    [Fact]
    public async Task Handler_JournalComesByteByByte_SameResult()
    {
        await using var host = new EngineHost();
        var journal = JournalScript.Of("Engine.Counter", "Add", "1") with { State = [("count", "41")] };
        var peer = AttemptPeer.Prepare(host, journal);
        peer.Run();

        foreach (var part in journal.ToFrames().SelectMany(frame => frame.ToBytes()))
        {
            peer.SendBytes(new[] { part });
        }

        Assert.Equal(
            ["GetEagerStateCommand key=count value=41", "SetStateCommand key=count value=42", "OutputCommand value=42", "End"],
            await peer.FinishAsync());
    }
}
