using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Attempts.Actors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

public sealed class SuspensionTests
{
    [Theory]
    [InlineData(ServiceProtocolVersion.V5, "Suspension waiting_completions=[1] waiting_signals=[17,1] waiting_named_signals=[s]")]
    [InlineData(ServiceProtocolVersion.V6, "Suspension waiting_completions=[1] waiting_signals=[17,1] waiting_named_signals=[s]")]
    [InlineData(
        ServiceProtocolVersion.V7,
        "Suspension awaiting_on=(waiting_completions=[1] waiting_signals=[17,1] waiting_named_signals=[s] combinator_type=FirstCompleted)")]
    internal async Task InputEnds_HandlerWaits_SuspensionNamesAllItWaitsFor(ServiceProtocolVersion version, string suspension)
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, _) =>
        {
            var sleep = context.Sleep(TimeSpan.FromSeconds(1));
            var awakeable = context.CreateAwakeable<int>();
            await Task.WhenAll(sleep, awakeable.Task, context.Signal<int>("s"), context.Signal<int>("s"));
            return "";
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic() with { Version = version });
        peer.Take();

        peer.CloseInput();

        Assert.Equal([suspension], peer.Take());
        Assert.True(peer.Ended.IsCompletedSuccessfully);
        Assert.False(peer.IsReset);
    }

    [Fact]
    [Capability("Hosting", "Suspend when the stream closes")]
    public async Task InputEnds_OfThreeCalls_OneIsAnswered_OthersAreWaitedFor()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            var calls = Enumerable.Range(0, 3).Select(_ => context.Actors.GetActor<IGreeter>().GreetAsync(input)).ToArray();
            return string.Concat(await Task.WhenAll(calls));
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic());

        peer.Send(WireFrame.Completion(MessageType.CallCompletion, 4, "\"b\""));
        peer.CloseInput();

        Assert.Equal("Suspension waiting_completions=[2,6] waiting_signals=[1]", peer.Take()[^1]);
        var next = peer.Retry();
        Assert.Empty(next.Take());
        next.Send(WireFrame.Completion(MessageType.CallCompletion, 6, "\"c\""), WireFrame.Completion(MessageType.CallCompletion, 2, "\"a\""));
        Assert.Equal(["OutputCommand value=\"abc\"", "End"], await next.FinishAsync());
    }

    [Fact]
    public async Task InputEnds_HandlerNeedsNothing_ItGoesOnToItsEnd()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            await context.Sleep(TimeSpan.Zero);
            await context.Actors.GetActor<IGreeter>().Send(greeter => greeter.GreetAsync(input));
            return input;
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic(), isInputClosed: true);
        var next = AttemptPeer.Start(host, peer.Stored, isInputClosed: true);
        Assert.EndsWith("Suspension waiting_completions=[1] waiting_signals=[1]", peer.Take()[^1], StringComparison.Ordinal);

        next = AttemptPeer.Start(host, peer.Stored.With(WireFrame.Completion(MessageType.SleepCompletion, 1)), isInputClosed: true);

        Assert.Equal(
            ["OneWayCallCommand service_name=Engine.Greeter handler_name=Greet parameter=\"in\" invocation_id_notification_idx=2", "OutputCommand value=\"in\"", "End"],
            next.Take());
    }

    [Fact]
    public async Task InputEnds_StepRuns_ItsResultIsProposedFirst()
    {
        await using var host = new EngineHost();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Script.Handler = async (context, _) =>
        {
            await context.Run("s", _ => release.Task);
            return "";
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic(), isInputClosed: true);
        Assert.Equal(["RunCommand result_completion_id=1 name=s"], peer.Take());

        release.SetResult();

        await peer.Ended.WaitAsync(AttemptPeer.Patience);
        Assert.Equal(["ProposeRunCompletion result_completion_id=1 value=", "Suspension waiting_completions=[1] waiting_signals=[1]"], peer.Take());
    }

    [Fact]
    public async Task Replay_CommandIsStoredWithoutAnswer_WaitsWithoutWritingItAgain()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) => await context.Actors.GetActor<IGreeter>().GreetAsync(input);
        var peer = AttemptPeer.Start(host, JournalScript.Basic(), isInputClosed: true);
        Assert.Equal(2, peer.Take().Length);

        var next = peer.Retry();

        Assert.Empty(next.Take());
        next.Send(WireFrame.Completion(MessageType.CallCompletion, 2, "\"out\""));
        Assert.Equal(["OutputCommand value=\"out\"", "End"], await next.FinishAsync());
    }

    [Fact]
    public async Task Replay_StepIsStoredWithoutResult_IsExecutedAgain()
    {
        await using var host = new EngineHost();
        var executions = 0;
        host.Script.Handler = async (context, _) => $"{await context.Run("s", _ => Task.FromResult(Interlocked.Increment(ref executions)))}";
        var first = AttemptPeer.Start(host, JournalScript.Basic());
        await first.NextAsync("ProposeRunCompletion result_completion_id=1 value=1");
        first.LoseInput();
        await first.WasGivenUpAsync();

        var next = first.Retry();

        Assert.Equal(["ProposeRunCompletion result_completion_id=1 value=2"], await next.NextAsync());
        next.Send(WireFrame.Completion(MessageType.RunCompletion, 1, "2"));
        Assert.Equal(["OutputCommand value=\"2\"", "End"], await next.FinishAsync());
    }
}
