using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Attempts.Actors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>Handlers that decide what a cancellation does.</summary>
public sealed class ExplicitCancellationTests
{
    private static JournalScript Journal => JournalScript.Of("Engine.Modes", "Cancelling", "\"in\"");

    [Fact]
    [Capability("Cancellation", "Explicit mode (handler decides when)")]
    public async Task Cancel_WaitsGoOn_AndTheTokenTells()
    {
        await using var host = new EngineHost(ScriptedModes.AddTo);
        host.Script.Handler = async (context, _) =>
        {
            await context.Sleep(TimeSpan.FromDays(1));
            return $"{context.CancellationToken.IsCancellationRequested}";
        };
        var peer = AttemptPeer.Start(host, Journal);
        peer.Take();

        peer.Send(WireFrame.Cancel());

        Assert.Empty(peer.Take());
        peer.Send(WireFrame.Completion(MessageType.SleepCompletion, 1));
        Assert.Equal(["OutputCommand value=\"True\"", "End"], await peer.FinishAsync());
        Assert.Equal(["End"], await peer.Retry().FinishAsync());
    }

    [Fact]
    public async Task Cancel_WaitThatTakesTheToken_EndsWith409()
    {
        await using var host = new EngineHost(ScriptedModes.AddTo);
        host.Script.Handler = async (context, input) =>
        {
            await context.Sleep(TimeSpan.FromDays(1)).WaitAsync(context.CancellationToken);
            return input;
        };
        var peer = AttemptPeer.Start(host, Journal);
        peer.Take();

        peer.Send(WireFrame.Cancel());

        Assert.Equal(["OutputCommand failure=409:Cancelled", "End"], await peer.FinishAsync());
        Assert.Equal(["End"], await peer.Retry().FinishAsync());
    }

    [Fact]
    [Capability("Cancellation", "Explicit mode (handler decides when)")]
    public async Task Cancel_CallGoesOn_UnlessItTakesTheToken()
    {
        await using var host = new EngineHost(ScriptedModes.AddTo);
        host.Script.Handler = async (context, input) =>
        {
            var greeter = context.Actors.GetActor<IGreeter>();
            var shielded = greeter.GreetAsync(input);
            var given = greeter.Call(to => to.GreetAsync(input), new CallOptions(), context.CancellationToken);
            return await shielded + await given;
        };
        var peer = AttemptPeer.Start(host, Journal);
        peer.Send(WireFrame.InvocationId(1, "inv_1a"), WireFrame.InvocationId(3, "inv_1b"));
        peer.Take();

        peer.Send(WireFrame.Cancel());

        Assert.Equal(["SendSignalCommand target_invocation_id=inv_1b idx=1 void=void"], peer.Take());
        peer.Send(WireFrame.Completion(MessageType.CallCompletion, 2, "\"a\""), WireFrame.Completion(MessageType.CallCompletion, 4, "\"b\""));
        Assert.Equal(["OutputCommand value=\"ab\"", "End"], await peer.FinishAsync());
        Assert.Equal(["End"], await peer.Retry().FinishAsync());
    }

    [Fact]
    public async Task Cancel_SuspendedAfterwards_IsNotAwokenByItAgain()
    {
        await using var host = new EngineHost(ScriptedModes.AddTo);
        host.Script.Handler = async (context, input) =>
        {
            await context.Sleep(TimeSpan.FromDays(1));
            return input;
        };
        var peer = AttemptPeer.Start(host, Journal);
        peer.Take();
        peer.Send(WireFrame.Cancel());
        peer.CloseInput();

        Assert.Equal(["Suspension waiting_completions=[1]"], await peer.FinishAsync());
    }
}
