using Restate.Actors.Tests.Integration.Actors;
using Restate.Actors.Tests.Integration.Servers;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration;

public abstract class WorkflowTests(ActorBackend backend) : ActorTest(backend)
{
    private IOrder Order => Client.GetActor<IOrder>(Key);

    [Fact]
    [Capability("Definition and kinds", "Workflow with one `run`")]
    public async Task Run_Approved_GoesThroughItsStepsOnce()
    {
        var run = await Order.Send(order => order.RunAsync("tea", default));
        await Probe.ReachedAsync($"{Key}/waiting");
        await Eventually.BecomesTrueAsync(async () => await Order.StatusAsync() == "waiting");
        Assert.Null(await Order.ApprovedByAsync());

        await Order.ApproveAsync("Ann");

        Assert.Equal("receipt for tea, approved by Ann", await run.AttachAsync());
        Assert.Equal("done", await Order.StatusAsync());
        Assert.Equal("Ann", await Order.ApprovedByAsync());
        Assert.Equal("Ann", await Order.WaitForApprovalAsync());
        Assert.Single(Probe.Notes($"{Key}/charged"));
        Assert.Single(Probe.Notes($"{Key}/shipped"));
    }

    [Fact]
    public async Task Run_ApprovedBeforeItBegins_DoesNotWait()
    {
        await Order.ApproveAsync("Bob");

        Assert.Equal("receipt for cup, approved by Bob", await Order.RunAsync("cup"));
    }

    [Fact]
    [Capability("Awakeables, signals, promises", "Workflow promise resolve, reject with result")]
    [Capability("Known mistakes, not repeated", "A terminal failure of a run is not stored, so a saga takes the wrong branch after replay")]
    public async Task Run_Refused_CompensatesAndFails()
    {
        var run = await Order.Send(order => order.RunAsync("tea", default));
        await Probe.ReachedAsync($"{Key}/waiting");

        await Order.RefuseAsync("too expensive");

        var error = await Assert.ThrowsAsync<TerminalException>(() => run.AttachAsync());
        Assert.Equal("too expensive", error.Message);
        Assert.Equal(403, error.Code);
        Assert.Equal(["too expensive"], Probe.Notes($"{Key}/refunded"));
        Assert.Equal("refused", await Order.StatusAsync());
    }

    [Fact]
    public async Task Run_SecondSubmission_IsRefused()
    {
        await Order.ApproveAsync("Ann");
        await Order.RunAsync("tea");

        var error = await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(() => Order.RunAsync("cup"));

        Assert.Equal(409, error.Code);
        Assert.Single(Probe.Notes($"{Key}/charged"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_SecondSubmissionFromAHandler_IsTheSameExceptionAsOutside(bool byName)
    {
        var answer = await Client.GetActor<ICaller>().RunTwiceAsync(Key, byName);

        Assert.Equal("409 A workflow with this id was already started (call of Order/Run). True", answer);
    }

    [Fact]
    [Capability("Ingress client", "Workflow submit, attach, output")]
    public async Task Run_SentAgain_IsTheSameInvocation()
    {
        var first = await Order.Send(order => order.RunAsync("tea", default));
        var second = await Order.Send(order => order.RunAsync("cup", default));
        await Order.ApproveAsync("Ann");

        Assert.False(first.IsPreviouslyAccepted);
        Assert.True(second.IsPreviouslyAccepted);
        Assert.Equal(await first.GetIdAsync(), await second.GetIdAsync());
        Assert.Equal("receipt for tea, approved by Ann", await second.AttachAsync());
    }

    [Fact]
    [Capability("Awakeables, signals, promises", "Workflow promise resolve, reject with result")]
    public async Task Promise_ResolvedTwice_SecondTimeIsTerminal409()
    {
        Assert.Equal("409 promise was already completed", await Order.ApproveTwiceAsync());
        Assert.Equal("first", await Order.ApprovedByAsync());
    }

    [Fact]
    [Capability("Awakeables, signals, promises", "Workflow promise await, peek")]
    public async Task Promise_ManyWait_AllGetTheValue()
    {
        var waiting = Enumerable.Range(0, 5).Select(_ => Order.WaitForApprovalAsync()).ToArray();

        await Order.ApproveAsync("Ann");

        Assert.Equal(Enumerable.Repeat("Ann", 5), await Task.WhenAll(waiting));
    }

    [Fact]
    public async Task State_OfAWorkflowThatNeverRan_IsEmpty()
    {
        Assert.Equal("unknown", await Order.StatusAsync());
    }

    [Collection(nameof(DefaultServer))]
    public sealed class OnDefault(DefaultServer server) : WorkflowTests(server);

    [Collection(nameof(SuspendingServer))]
    public sealed class OnSuspending(SuspendingServer server) : WorkflowTests(server);

    [Collection(nameof(LazyServer))]
    public sealed class OnLazy(LazyServer server) : WorkflowTests(server);

    [Collection(nameof(SuspendingLazyServer))]
    public sealed class OnSuspendingLazy(SuspendingLazyServer server) : WorkflowTests(server);

    [Collection(nameof(OldProtocolServer))]
    public sealed class OnOldProtocol(OldProtocolServer server) : WorkflowTests(server);

    [Collection(nameof(NewProtocolServer))]
    public sealed class OnNewProtocol(NewProtocolServer server) : WorkflowTests(server);

    [Collection(nameof(Http11Server))]
    public sealed class OnHttp11(Http11Server server) : WorkflowTests(server);

    public sealed class OnReplayingHost() : WorkflowTests(new ReplayingHost());
}
