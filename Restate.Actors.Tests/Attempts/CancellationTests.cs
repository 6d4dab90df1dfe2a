using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Attempts.Actors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

public sealed class CancellationTests
{
    [Fact]
    [Capability("Cancellation", "Surfaces as a terminal error at awaits")]
    public async Task Cancel_NotCaught_EndsWithCode409()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            await context.Sleep(TimeSpan.FromDays(1));
            return input;
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic());
        peer.Take();

        peer.Send(WireFrame.Cancel());

        Assert.Equal(["OutputCommand failure=409:Cancelled", "End"], await peer.FinishAsync());
        Assert.Equal(["End"], await peer.Retry().FinishAsync());
    }

    [Fact]
    [Capability("Cancellation", "Own exception type to catch")]
    public async Task Cancel_TokenFiresFirst_ThenWaitsFail()
    {
        await using var host = new EngineHost();
        List<string> seen = [];
        host.Script.Handler = async (context, _) =>
        {
            using var registration = context.CancellationToken.Register(() => seen.Add("token"));
            var awakeable = context.CreateAwakeable<int>();
            try
            {
                await Task.WhenAll(context.Sleep(TimeSpan.FromDays(1)), awakeable.Task);
            }
            catch (InvocationCancelledException cancelled)
            {
                seen.Add($"caught {cancelled.CancellationToken == context.CancellationToken} {awakeable.Task.IsFaulted || awakeable.Task.IsCanceled}");
            }

            return string.Join(',', seen);
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic());
        peer.Take();

        peer.Send(WireFrame.Cancel());

        Assert.Equal(["OutputCommand value=\"token,caught True True\"", "End"], await peer.FinishAsync());
    }

    [Fact]
    public async Task Cancel_CallsAreOpen_TheyAreCancelledWhenTheirIdsAreKnown()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            var calls = Enumerable.Range(0, 2).Select(_ => context.Actors.GetActor<IGreeter>().GreetAsync(input)).ToArray();
            await context.Actors.GetActor<IGreeter>().Send(greeter => greeter.GreetAsync(input));
            await Task.WhenAll(calls);
            return "";
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic());
        peer.Send(WireFrame.InvocationId(3, "inv_1b"));
        Assert.Equal(3, peer.Take().Length);

        peer.Send(WireFrame.Cancel());

        Assert.Empty(peer.Take());
        peer.Send(WireFrame.InvocationId(1, "inv_1a"));
        Assert.Equal(
            [
                "SendSignalCommand target_invocation_id=inv_1a idx=1 void=void",
                "SendSignalCommand target_invocation_id=inv_1b idx=1 void=void",
                "OutputCommand failure=409:Cancelled",
                "End",
            ],
            await peer.FinishAsync());
        Assert.Equal(["End"], await peer.Retry().FinishAsync());
    }

    [Fact]
    public async Task Cancel_Compensation_RunsDurably()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            try
            {
                await context.Sleep(TimeSpan.FromDays(1));
                return input;
            }
            catch (InvocationCancelledException)
            {
                await context.Run("refund", _ => Task.CompletedTask);
                throw;
            }
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic());
        peer.Take();

        peer.Send(WireFrame.Cancel());

        Assert.Equal("RunCommand result_completion_id=2 name=refund", (await peer.NextAsync())[0]);
        peer.Send(WireFrame.Completion(MessageType.RunCompletion, 2, ""));
        Assert.Equal(["OutputCommand failure=409:Cancelled", "End"], (await peer.FinishAsync())[^2..]);
        Assert.Equal(["End"], await peer.Retry().FinishAsync());
    }

    [Fact]
    public async Task Cancel_StepRuns_ItIsToldOnThePoolAndItsResultIsDropped()
    {
        await using var host = new EngineHost();
        var told = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var later = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Script.Handler = async (context, _) =>
        {
            try
            {
                await context.Run("s", async run =>
                {
                    using var registration = run.AttemptAborted.Register(() => told.TrySetResult(Internal.Turns.TurnScheduler.Current is null));
                    started.SetResult();
                    await release.Task;
                    later.SetResult();
                });
                return "stored";
            }
            catch (InvocationCancelledException)
            {
                await context.Sleep(TimeSpan.FromSeconds(1));
                return "cancelled";
            }
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic());
        await started.Task.WaitAsync(AttemptPeer.Patience);
        peer.Take();

        peer.Send(WireFrame.Cancel());

        Assert.True(await told.Task.WaitAsync(AttemptPeer.Patience), "The token fired on the pump.");
        Assert.StartsWith("SleepCommand", Assert.Single(peer.Take()), StringComparison.Ordinal);
        release.SetResult();
        await later.Task.WaitAsync(AttemptPeer.Patience);
        peer.Send(WireFrame.Completion(MessageType.SleepCompletion, 2));
        Assert.Equal(["OutputCommand value=\"cancelled\"", "End"], await peer.FinishAsync());
    }

    [Fact]
    public async Task Cancel_Twice_EachIsDelivered()
    {
        await using var host = new EngineHost();
        var count = 0;
        host.Script.Handler = async (context, _) =>
        {
            for (count = 0; count < 2; count++)
            {
                await Assert.ThrowsAsync<InvocationCancelledException>(() => context.Sleep(TimeSpan.FromDays(1)));
            }

            return $"{count}";
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic());

        peer.Send(WireFrame.Cancel());
        peer.Send(WireFrame.Cancel());

        Assert.Equal(["OutputCommand value=\"2\"", "End"], (await peer.FinishAsync())[^2..]);
    }

    [Fact]
    public async Task Cancel_CallbackOfTheTokenThrows_AttemptFails()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, _) =>
        {
            context.CancellationToken.Register(() => throw new InvalidOperationException("callback"));
            await context.Sleep(TimeSpan.FromDays(1));
            return "";
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic());
        peer.Take();

        peer.Send(WireFrame.Cancel());

        Assert.StartsWith(
            "Error code=500 message=callback stacktrace=System.InvalidOperationException: callback", Assert.Single(await peer.FinishAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokenOfACall_Fires_CalleeIsCancelled()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1), context.Time);
            var error = await Assert.ThrowsAsync<TerminalException>(
                () => context.Actors.GetActor<IGreeter>().Call(greeter => greeter.GreetAsync(input), new CallOptions(), limit.Token));
            return $"{error.Code}";
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic());
        Assert.Equal(2, peer.Take().Length);

        peer.Send(WireFrame.InvocationId(2, "inv_1a"), WireFrame.Completion(MessageType.SleepCompletion, 1));

        Assert.Equal(["SendSignalCommand target_invocation_id=inv_1a idx=1 void=void"], peer.Take());
        peer.Send(WireFrame.FailedCompletion(MessageType.CallCompletion, 3, 409, "canceled"));
        Assert.Equal(["OutputCommand value=\"409\"", "End"], await peer.FinishAsync());
    }
}
