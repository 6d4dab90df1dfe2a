using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Attempts.Actors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>What calls and sends of a handler write to the journal, and what comes back.</summary>
public sealed class CallCommandTests
{
    private readonly ManualClock _clock = new();

    private ulong Now => (ulong)_clock.GetUtcNow().ToUnixTimeMilliseconds();

    [Fact]
    [Capability("Calls and sends from a handler", "Request/response call")]
    public async Task Call_Answered_ResultIsDelivered()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            var sum = await context.Actors.GetActor<IPicky>(Guid.Empty).SumAsync(1, 2);
            var options = new CallOptions { IdempotencyKey = "once", Headers = new Dictionary<string, string> { ["h"] = "v" } };
            var greeting = await context.Actors.GetActor<IGreeter>().Call(greeter => greeter.GreetAsync(input), options);
            return $"{sum},{greeting}";
        };

        var peer = AttemptPeer.Start(host, JournalScript.Basic());

        Assert.Equal(
            [
                "CallCommand service_name=Engine.Picky handler_name=Sum parameter={\"first\":1,\"second\":2,\"third\":3} "
                    + "key=00000000-0000-0000-0000-000000000000 invocation_id_notification_idx=1 result_completion_id=2",
            ],
            peer.Take());
        peer.Send(WireFrame.InvocationId(1, "inv_1a"));
        Assert.Empty(peer.Take());
        peer.Send(WireFrame.Completion(MessageType.CallCompletion, 2, "6"));
        Assert.Equal(
            [
                "CallCommand service_name=Engine.Greeter handler_name=Greet parameter=\"in\" headers=[h:v] idempotency_key=once "
                    + "invocation_id_notification_idx=3 result_completion_id=4",
            ],
            peer.Take());
        peer.Send(WireFrame.Completion(MessageType.CallCompletion, 4, "\"hi\""));
        Assert.Equal(["OutputCommand value=\"6,hi\"", "End"], await peer.FinishAsync());
        await peer.ReplaysToAsync("\"6,hi\"");
    }

    [Fact]
    public async Task Call_Failed_IsATerminalException()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            var error = await Assert.ThrowsAsync<TerminalException>(() => context.Actors.GetActor<IGreeter>().GreetAsync(input));
            return $"{error.Code} {error.Message}";
        };

        var peer = AttemptPeer.Start(host, JournalScript.Basic());
        peer.Take();
        peer.Send(WireFrame.FailedCompletion(MessageType.CallCompletion, 2, 417, "no"));

        Assert.Equal(["OutputCommand value=\"417 no\"", "End"], await peer.FinishAsync());
        await peer.ReplaysToAsync("\"417 no\"");
    }

    [Fact]
    public async Task Send_HandleIsUsed_IdIsWaitedForOnlyThen()
    {
        await using var host = new EngineHost(clock: _clock);
        host.Script.Handler = async (context, input) =>
        {
            var now = await context.Actors.GetActor<IGreeter>().Send(greeter => greeter.GreetAsync(input));
            var later = await context.Actors.GetActor<ICounter>("c").Send(counter => counter.AddAsync(1), TimeSpan.FromSeconds(5), "key");
            await now.CancelAsync();
            return $"{await now.GetIdAsync()},{(await now.PeekAsync()).IsCompleted},{await later.AttachAsync()}";
        };

        var peer = AttemptPeer.Start(host, JournalScript.Basic());

        Assert.Equal(
            [
                "OneWayCallCommand service_name=Engine.Greeter handler_name=Greet parameter=\"in\" invocation_id_notification_idx=1",
                $"OneWayCallCommand service_name=Engine.Counter handler_name=Add parameter=1 invoke_time={Now + 5000} key=c idempotency_key=key "
                    + "invocation_id_notification_idx=2",
            ],
            peer.Take());
        peer.Send(WireFrame.InvocationId(1, "inv_1a"));
        Assert.Equal(
            ["SendSignalCommand target_invocation_id=inv_1a idx=1 void=void", "GetInvocationOutputCommand invocation_id=inv_1a result_completion_id=3"],
            peer.Take());
        peer.Send(WireFrame.Completion(MessageType.GetInvocationOutputCompletion, 3), WireFrame.InvocationId(2, "inv_1b"));
        Assert.Equal(["AttachInvocationCommand invocation_id=inv_1b result_completion_id=4"], peer.Take());
        peer.Send(WireFrame.Completion(MessageType.AttachInvocationCompletion, 4, "9"));
        Assert.Equal(["OutputCommand value=\"inv_1a,False,9\"", "End"], await peer.FinishAsync());
        _clock.Advance(TimeSpan.FromMinutes(1));
        await peer.ReplaysToAsync("\"inv_1a,False,9\"");
    }

    [Fact]
    [Capability("Calls and sends from a handler", "Name on call, sleep, run for the UI")]
    public async Task CallsAndSends_WithNames_CarryThem()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            var greeter = context.Actors.GetActor<IGreeter>();
            await greeter.Send(to => to.GreetAsync(input), new SendOptions { Name = "later" });
            return await greeter.Call(to => to.GreetAsync(input), new CallOptions { Name = "now" });
        };

        var peer = AttemptPeer.Start(host, JournalScript.Basic());

        Assert.Equal(
            [
                "OneWayCallCommand service_name=Engine.Greeter handler_name=Greet parameter=\"in\" invocation_id_notification_idx=1 name=later",
                "CallCommand service_name=Engine.Greeter handler_name=Greet parameter=\"in\" invocation_id_notification_idx=2 result_completion_id=3 name=now",
            ],
            peer.Take());
        peer.Send(WireFrame.Completion(MessageType.CallCompletion, 3, "\"hi\""));
        Assert.Equal(["OutputCommand value=\"hi\"", "End"], await peer.FinishAsync());
        await peer.ReplaysToAsync("\"hi\"");
    }
}
