using Restate.Actors.Tests.Integration.Actors;
using Restate.Actors.Tests.Integration.Servers;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration;

public abstract class CancellationTests(ActorBackend backend) : ActorTest(backend)
{
    private IPatient Patient => Client.GetActor<IPatient>();

    [Fact]
    [Capability("Cancellation", "Maps to CancellationToken")]
    public async Task Cancel_Waiting_TokenFiresAndTheInvocationEnds()
    {
        var invocation = await Patient.Send(patient => patient.WaitAsync(Key, default));
        await Probe.ReachedAsync($"{Key}/waiting");

        await invocation.CancelAsync();

        await AssertCancelledAsync(invocation);
        Assert.NotEmpty(Probe.Notes($"{Key}/token"));
    }

    [Fact]
    [Capability("Cancellation", "Reaches suspended invocations")]
    [Capability("Known mistakes, not repeated", "Cancellation never reaches a suspended invocation")]
    public async Task Cancel_Suspended_InvocationEnds()
    {
        var invocation = await Patient.Send(patient => patient.WaitAsync(Key, default));
        var id = await invocation.GetIdAsync();
        await BecomesAsync(id, "suspended", "running");

        await invocation.CancelAsync();

        await AssertCancelledAsync(invocation);
    }

    [Fact]
    public async Task Cancel_InsideAStep_StepIsToldAndTheInvocationEnds()
    {
        var invocation = await Patient.Send(patient => patient.WorkAsync(Key));
        await Probe.ReachedAsync($"{Key}/waiting");

        await invocation.CancelAsync();
        if (Suspends)
        {
            // The server has ended its side of the stream and cannot tell the attempt; the cancellation waits for the step.
            Probe.Open($"{Key}/gate");
        }
        else
        {
            await Probe.ReachedAsync($"{Key}/aborted");
        }

        await AssertCancelledAsync(invocation);
    }

    [Fact]
    [Capability("Cancellation", "Passed on to awaited children")]
    public async Task Cancel_WithChild_ChildIsCancelledToo()
    {
        var invocation = await Patient.Send(patient => patient.CallAsync(Key));
        await Probe.ReachedAsync($"{Key}/waiting");

        await invocation.CancelAsync();

        await AssertCancelledAsync(invocation);
        await Probe.ReachedAsync($"{Key}/cleaned");
    }

    [Fact]
    [Capability("Cancellation", "Compensation may call after cancel")]
    public async Task Cancel_Caught_CompensationIsDurable()
    {
        var invocation = await Patient.Send(patient => patient.CompensateAsync(Key));
        await Probe.ReachedAsync($"{Key}/waiting");

        await invocation.CancelAsync();

        Assert.Equal("compensated, token fired: True, patient: still works", await invocation.AttachAsync());
        Assert.Equal(["7"], Probe.Notes($"{Key}/released"));
    }

    [Fact]
    public async Task Cancel_Twice_IsDeliveredTwice()
    {
        var invocation = await Patient.Send(patient => patient.EndureTwiceAsync(Key));
        await Probe.ReachedAsync($"{Key}/0");
        await invocation.CancelAsync();
        await Probe.ReachedAsync($"{Key}/1");

        await invocation.CancelAsync();
        if (Suspends)
        {
            // A second cancellation does not resume; it is seen when something else does, and comes first.
            await Client.ResolveAwakeableAsync(Probe.Notes($"{Key}/1").First(), "resumed");
        }

        Assert.Equal("cancelled 2 times", await invocation.AttachAsync());
    }

    [Fact]
    [Capability("Cancellation", "Surfaces as a terminal error at awaits")]
    public async Task Cancel_SeveralOpenWaits_AllEnd()
    {
        var invocation = await Patient.Send(patient => patient.WaitForManyAsync(Key));
        await Probe.ReachedAsync($"{Key}/waiting");

        await invocation.CancelAsync();

        Assert.Equal(
            [nameof(InvocationCancelledException), nameof(InvocationCancelledException), nameof(InvocationCancelledException), "Canceled"],
            await invocation.AttachAsync());
    }

    [Fact]
    public async Task Cancel_WhenAnyOfAWaitAndADelay_WaitEndsFirst()
    {
        var invocation = await Patient.Send(patient => patient.WaitForFirstAsync(Key, default));
        await Probe.ReachedAsync($"{Key}/waiting");

        await invocation.CancelAsync();

        Assert.Equal("awakeable", await invocation.AttachAsync());
    }

    [Fact]
    public async Task Cancel_FilterAsksTheToken_TokenHasFired()
    {
        var invocation = await Patient.Send(patient => patient.FilterAsync(Key, default));
        await Probe.ReachedAsync($"{Key}/waiting");

        await invocation.CancelAsync();

        Assert.Equal("cancelled", await invocation.AttachAsync());
    }

    [Fact]
    public async Task Cancel_CallbackOfTheTokenThrows_IsAFailureOfTheHandler()
    {
        var invocation = await Patient.Send(patient => patient.ThrowInCallbackAsync(Key, default));
        await Probe.ReachedAsync($"{Key}/waiting");

        await invocation.CancelAsync();

        var error = await Assert.ThrowsAsync<TerminalException>(() => invocation.WaitAsync());
        Assert.Equal("thrown by a callback", error.Message);
        Assert.Equal(418, error.Code);
    }

    [Fact]
    public async Task Cancel_Finished_ChangesNothing()
    {
        var invocation = await Client.GetActor<ILine>(Key).Send(line => line.EchoAsync("done"));
        await invocation.AttachAsync();

        await invocation.CancelAsync();

        Assert.Equal($"{Key}: done", await invocation.AttachAsync());
    }

    [Fact]
    public async Task Kill_Waiting_InvocationEndsWithoutItsHandler()
    {
        var invocation = await Patient.Send(patient => patient.WaitAsync(Key, default));
        await Probe.ReachedAsync($"{Key}/waiting");

        await KillAsync(await invocation.GetIdAsync());

        var error = await Assert.ThrowsAsync<TerminalException>(() => invocation.WaitAsync());
        Assert.Equal("killed", error.Message);
        Assert.Equal(409, error.Code);
        Assert.Empty(Probe.Notes($"{Key}/token"));
    }

    private static async Task AssertCancelledAsync(InvocationHandle invocation)
    {
        var error = await Assert.ThrowsAsync<TerminalException>(() => invocation.WaitAsync());
        Assert.Equal("Cancelled", error.Message);
        Assert.Equal(409, error.Code);
    }

    /// <summary>With tests that need more of a server than memory has.</summary>
    public abstract class OnServer(ActorServer server) : CancellationTests(server)
    {
        private readonly ActorServer _server = server;

        [Fact]
        public async Task Cancel_TimerFiredMeanwhile_TimerIsNotLost()
        {
            // The handler blocks its turn until the server has stored both; on a slow machine that takes long enough to be warned of.
            Logs.Expect("has not ended for");
            var invocation = await Patient.Send(patient => patient.KeepTimerAsync(Key));
            await Probe.ReachedAsync($"{Key}/blocked");

            await invocation.CancelAsync();
            var id = await invocation.GetIdAsync();
            await Eventually.BecomesTrueAsync(async () => await NotificationsAsync(id) >= 4);
            Probe.Open($"{Key}/gate");

            Assert.Equal("cancelled, and the timer fired", await invocation.AttachAsync());
        }

        private async Task<int> NotificationsAsync(string id)
        {
            var rows = await _server.Server.Admin.QueryAsync($"SELECT count(1) AS n FROM sys_journal WHERE id = '{id}' AND entry_type LIKE 'Notification: %'");
            return rows[0]["n"]!.GetValue<int>();
        }
    }

    [Collection(nameof(DefaultServer))]
    public sealed class OnDefault(DefaultServer server) : OnServer(server);

    [Collection(nameof(SuspendingServer))]
    public sealed class OnSuspending(SuspendingServer server) : OnServer(server);

    [Collection(nameof(LazyServer))]
    public sealed class OnLazy(LazyServer server) : OnServer(server);

    [Collection(nameof(SuspendingLazyServer))]
    public sealed class OnSuspendingLazy(SuspendingLazyServer server) : OnServer(server);

    [Collection(nameof(OldProtocolServer))]
    public sealed class OnOldProtocol(OldProtocolServer server) : OnServer(server);

    [Collection(nameof(NewProtocolServer))]
    public sealed class OnNewProtocol(NewProtocolServer server) : OnServer(server);

    [Collection(nameof(Http11Server))]
    public sealed class OnHttp11(Http11Server server) : OnServer(server);

    public sealed class OnReplayingHost() : CancellationTests(new ReplayingHost());
}
