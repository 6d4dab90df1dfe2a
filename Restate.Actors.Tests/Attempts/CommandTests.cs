using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>What each durable operation sends, and how it goes on: at once, later, and in the next attempt.</summary>
public sealed class CommandTests
{
    private readonly ManualClock _clock = new();

    private ulong Now => (ulong)_clock.GetUtcNow().ToUnixTimeMilliseconds();

    [Fact]
    [Capability("State", "Get, set, clear")]
    public async Task State_AllOperations_OneCommandEach()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, _) =>
        {
            var value = context.States.Get<int>("a");
            var before = await value.GetAsync(7);
            value.Set(before + 1);
            var after = await value.GetAsync();
            context.States.Get<string>("b").Clear();
            var names = await context.States.GetNamesAsync();
            var exists = await context.States.Get<string>("b").ExistsAsync();
            context.States.ClearAll();
            return $"{before},{after},{string.Join('+', names)},{exists}";
        };

        var peer = AttemptPeer.Start(host, JournalScript.Object() with { State = [("b", "\"x\"")] });

        Assert.Equal(
            [
                "GetEagerStateCommand key=a void=void",
                "SetStateCommand key=a value=8",
                "GetEagerStateCommand key=a value=8",
                "ClearStateCommand key=b",
                "GetEagerStateKeysCommand value=(keys=[a])",
                "GetEagerStateCommand key=b void=void",
                "ClearAllStateCommand",
                "OutputCommand value=\"7,8,a,False\"",
                "End",
            ],
            await peer.FinishAsync());
        await peer.ReplaysToAsync("\"7,8,a,False\"");
    }

    [Fact]
    [Capability("State", "Lazy state opt-in")]
    public async Task State_OnlyOnTheServer_IsAskedForAndDelivered()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, _) =>
        {
            var value = await context.States.Get<int>("a").GetAsync(7);
            var names = await context.States.GetNamesAsync();
            return $"{value},{string.Join('+', names)}";
        };

        var peer = AttemptPeer.Start(host, JournalScript.Object() with { IsPartial = true });

        Assert.Equal(["GetLazyStateCommand key=a result_completion_id=1"], peer.Take());
        peer.Send(WireFrame.Completion(MessageType.GetLazyStateCompletion, 1, "5"));
        Assert.Equal(["GetLazyStateKeysCommand result_completion_id=2"], peer.Take());
        var keys = new Protocol.Oracle.GetLazyStateKeysCompletionNotificationMessage { CompletionId = 2, StateKeys = new() };
        keys.StateKeys.Keys.Add(Google.Protobuf.ByteString.CopyFromUtf8("a"));
        peer.Send(WireFrame.Of(MessageType.GetLazyStateKeysCompletion, keys));
        Assert.Equal(["OutputCommand value=\"5,a\"", "End"], await peer.FinishAsync());
        await peer.ReplaysToAsync("\"5,a\"");
    }

    [Theory]
    [Capability("Side effects (run)", "Continues only when the result is durable")]
    [InlineData(ServiceProtocolVersion.V5)]
    [InlineData(ServiceProtocolVersion.V6)]
    [InlineData(ServiceProtocolVersion.V7)]
    internal async Task Run_Proposed_GoesOnWhenTheServerHasStoredIt(ServiceProtocolVersion version)
    {
        await using var host = new EngineHost();
        var executions = 0;
        host.Script.Handler = async (context, _) =>
        {
            var first = await context.Run("one", _ => Task.FromResult(++executions));
            await context.Run("two", _ => Task.CompletedTask);
            return $"{first}";
        };

        var peer = AttemptPeer.Start(host, JournalScript.Basic() with { Version = version });

        Assert.Equal(["RunCommand result_completion_id=1 name=one", "ProposeRunCompletion result_completion_id=1 value=1"], await TakeAsync(peer, 2));
        peer.Send(StoredRun(version, 1, "1"));
        Assert.Equal(["RunCommand result_completion_id=2 name=two", "ProposeRunCompletion result_completion_id=2 value="], await TakeAsync(peer, 2));
        peer.Send(StoredRun(version, 2, ""));
        Assert.Equal(["OutputCommand value=\"1\"", "End"], (await peer.FinishAsync())[^2..]);
        await peer.ReplaysToAsync("\"1\"");
        Assert.Equal(1, executions);
    }

    [Fact]
    [Capability("Timers, time, randomness", "Durable sleep")]
    public async Task Sleep_AndBclDelay_AreTimersOfTheServer()
    {
        await using var host = new EngineHost(clock: _clock);
        host.Script.Handler = async (context, _) =>
        {
            var started = context.Time.GetUtcNow();
            await context.Sleep(TimeSpan.FromMilliseconds(1500), "nap");
            await Task.Delay(TimeSpan.FromSeconds(3), context.Time);
            return $"{started.ToUnixTimeMilliseconds()}";
        };
        var expected = Now;

        var peer = AttemptPeer.Start(host, JournalScript.Basic());

        Assert.Equal(
            [
                $"SleepCommand wake_up_time={expected} result_completion_id=1",
                $"SleepCommand wake_up_time={expected + 1500} result_completion_id=2 name=nap",
            ],
            peer.Take());
        _clock.Advance(TimeSpan.FromMinutes(1));
        peer.Send(WireFrame.Completion(MessageType.SleepCompletion, 1), WireFrame.Completion(MessageType.SleepCompletion, 2));
        Assert.Equal([$"SleepCommand wake_up_time={expected + 63000} result_completion_id=3"], peer.Take());
        peer.Send(WireFrame.Completion(MessageType.SleepCompletion, 3));
        Assert.Equal([$"OutputCommand value=\"{expected}\"", "End"], await peer.FinishAsync());
        await peer.ReplaysToAsync($"\"{expected}\"");
    }

    [Fact]
    [Capability("Awakeables, signals, promises", "Named signals: wait")]
    public async Task Awakeable_AndNamedSignals_AreDeliveredInOrder()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, _) =>
        {
            var awakeable = context.CreateAwakeable<string>();
            var first = context.Signal<int>("s");
            var second = context.Signal<int>("s");
            return $"{awakeable.Id} {await awakeable.Task} {await first} {await second}";
        };

        var peer = AttemptPeer.Start(host, JournalScript.Basic());

        Assert.Empty(peer.Take());
        peer.Send(WireFrame.NamedSignal("s", "1"), WireFrame.Signal(17, "\"up\""), WireFrame.NamedSignal("s", "2"));
        var output = "\"sign_1AAECAwQFBgcICQoLDA0ODxAREhMUFRYXAAAAEQ up 1 2\"";
        Assert.Equal([$"OutputCommand value={output}", "End"], await peer.FinishAsync());
        await peer.ReplaysToAsync(output);
    }

    [Fact]
    public async Task Awakeable_OfAnother_IsResolvedAndRejected()
    {
        await using var host = new EngineHost();
        const string Id = "sign_1AAECAwQFBgcICQoLDA0ODxAREhMUFRYXAAAAEQ";
        host.Script.Handler = async (context, input) =>
        {
            await context.Actors.ResolveAwakeableAsync(Id, 5);
            await context.Actors.RejectAwakeableAsync(Id, "no");
            var error = await Assert.ThrowsAsync<TerminalException>(() => context.Actors.ResolveAwakeableAsync("what", 5));
            return error.Message;
        };

        var peer = AttemptPeer.Start(host, JournalScript.Basic());

        Assert.Equal(
            [
                $"CompleteAwakeableCommand awakeable_id={Id} value=5",
                $"CompleteAwakeableCommand awakeable_id={Id} failure=500:no",
                "OutputCommand value=\"\\u0027what\\u0027 is no awakeable id; such an id begins with sign_1.\"",
                "End",
            ],
            await peer.FinishAsync());
    }

    [Theory]
    [Capability("Awakeables, signals, promises", "Reject with code and metadata")]
    [InlineData(ServiceProtocolVersion.V6, " {reason=late}")]
    [InlineData(ServiceProtocolVersion.V5, "")]
    internal async Task Reject_WithAFailure_CodeAndMetadataTravel(ServiceProtocolVersion version, string metadata)
    {
        await using var host = new EngineHost();
        const string Id = "sign_1AAECAwQFBgcICQoLDA0ODxAREhMUFRYXAAAAEQ";
        var failure = new TerminalException("no", 418, new Dictionary<string, string> { ["reason"] = "late" });
        host.Script.Handler = async (context, _) =>
        {
            await context.Actors.RejectAwakeableAsync(Id, failure);
            await context.Actors.GetInvocation<int>("inv_1other").RejectSignalAsync("s", failure);
            await context.Promise<int>("q").RejectAsync(failure);
            return "";
        };

        var peer = AttemptPeer.Start(host, JournalScript.Flow() with { Version = version });

        Assert.Equal(
            [
                $"CompleteAwakeableCommand awakeable_id={Id} failure=418:no{metadata}",
                $"SendSignalCommand target_invocation_id=inv_1other name=s failure=418:no{metadata}",
                $"CompletePromiseCommand key=q completion_failure=418:no{metadata} result_completion_id=1",
            ],
            peer.Take());
    }

    [Fact]
    [Capability("Awakeables, signals, promises", "Workflow promise await, peek")]
    public async Task Promise_AllOperations_OneCommandEach()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, _) =>
        {
            var promise = context.Promise<int>("p");
            var peeked = await promise.PeekAsync();
            await promise.ResolveAsync(4);
            await context.Promise<int>("q").RejectAsync("no", 418);
            return $"{peeked.IsCompleted},{await promise.GetAsync()}";
        };

        var peer = AttemptPeer.Start(host, JournalScript.Flow());

        Assert.Equal(["PeekPromiseCommand key=p result_completion_id=1"], peer.Take());
        peer.Send(WireFrame.Completion(MessageType.PeekPromiseCompletion, 1));
        Assert.Equal(["CompletePromiseCommand key=p completion_value=4 result_completion_id=2"], peer.Take());
        peer.Send(WireFrame.Completion(MessageType.CompletePromiseCompletion, 2));
        Assert.Equal(["CompletePromiseCommand key=q completion_failure=418:no result_completion_id=3"], peer.Take());
        peer.Send(WireFrame.Completion(MessageType.CompletePromiseCompletion, 3));
        Assert.Equal(["GetPromiseCommand key=p result_completion_id=4"], peer.Take());
        peer.Send(WireFrame.Completion(MessageType.GetPromiseCompletion, 4, "4"));
        Assert.Equal(["OutputCommand value=\"False,4\"", "End"], await peer.FinishAsync());
        await peer.ReplaysToAsync("\"False,4\"");
    }

    [Fact]
    [Capability("Request information", "Invocation id, headers")]
    public async Task Request_HeadersOfTheCaller_AreSeen()
    {
        await using var host = new EngineHost();
        host.Script.Handler = (context, input) => Task.FromResult($"{context.Request.Service}/{context.Request.Handler} {context.Request.FindHeader("A")} {context.Key}");

        var peer = AttemptPeer.Start(host, JournalScript.Object() with { Entries = [WireFrame.Input("\"in\"", ("a", "1"), ("b", "2"))] });

        Assert.Equal(["OutputCommand value=\"Engine.Object/Run 1 k\"", "End"], await peer.FinishAsync());
    }

    [Fact]
    public async Task Random_EachAttempt_SameNumbers()
    {
        await using var host = new EngineHost();
        List<string> seen = [];
        host.Script.Handler = async (context, _) =>
        {
            seen.Add($"{context.NewGuid()} {context.Random.Next()}");
            await context.Sleep(TimeSpan.FromSeconds(1));
            return "";
        };

        var peer = AttemptPeer.Start(host, JournalScript.Basic(), isInputClosed: true);
        peer.Take();
        peer.Retry(isInputClosed: true);

        Assert.Equal(2, seen.Count);
        Assert.Equal(seen[0], seen[1]);
    }

    private static WireFrame StoredRun(ServiceProtocolVersion version, uint id, string json)
    {
        return version == ServiceProtocolVersion.V7 ? WireFrame.RunAck(id) : WireFrame.Completion(MessageType.RunCompletion, id, json);
    }

    private static async Task<string[]> TakeAsync(AttemptPeer peer, int count)
    {
        List<string> taken = [];
        while (taken.Count < count)
        {
            // A hint, which server and tests may ignore.
            taken.AddRange((await peer.NextAsync()).Where(message => !message.StartsWith("AwaitingOn", StringComparison.Ordinal)));
        }

        return [.. taken];
    }
}
