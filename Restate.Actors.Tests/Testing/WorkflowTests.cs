using Restate.Actors.Tests.Testing.Actors;
using Xunit;

namespace Restate.Actors.Tests.Testing;

public sealed class WorkflowTests
{
    [Fact]
    public async Task Run_Twice_IsRefused()
    {
        await using var host = await TestHosts.StartAsync();
        var voyage = host.GetActor<IVoyage>("v1");
        await voyage.RunAsync(1);

        await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(() => voyage.RunAsync(1));
    }

    [Fact]
    public async Task Send_Twice_IsTheSameInvocation()
    {
        await using var host = await TestHosts.StartAsync(options => options.AutoAdvance = false);
        var voyage = host.GetActor<IVoyage>("v1");

        var first = await voyage.Send(v => v.RunAsync(1));
        var second = await voyage.Send(v => v.RunAsync(1));

        Assert.True(second.IsPreviouslyAccepted);
        Assert.Equal(await first.GetIdAsync(), await second.GetIdAsync());
    }

    [Fact]
    public async Task Run_AfterItsRetention_StartsAnewWithoutState()
    {
        await using var host = await TestHosts.StartAsync();
        var voyage = host.GetActor<IVoyage>("v1");
        await voyage.RunAsync(1);
        Assert.Equal("expired", await voyage.StatusAsync());

        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal("unknown", await voyage.StatusAsync());
        Assert.Equal("expired", await voyage.RunAsync(1));
    }

    [Fact]
    public async Task Promise_ResolvedTwice_SecondFails()
    {
        await using var host = await TestHosts.StartAsync(options => options.AutoAdvance = false);
        var voyage = host.GetActor<IVoyage>("v1");
        await voyage.ConfirmAsync("first");

        var error = await Assert.ThrowsAsync<TerminalException>(() => voyage.ConfirmAsync("second"));

        Assert.Equal(409, error.Code);
        Assert.Equal("confirmed by first", await voyage.RunAsync(3));
    }

    [Fact]
    public async Task Handle_OfWorkflow_Attaches()
    {
        await using var host = await TestHosts.StartAsync();
        await host.GetActor<IVoyage>("v1").Send(v => v.RunAsync(7));

        Assert.Equal("expired", await host.Client.GetWorkflow<IVoyage, string>("v1").AttachAsync());
    }

    [Fact]
    public async Task Attach_WorkflowThatNeverRan_IsNotFound()
    {
        await using var host = await TestHosts.StartAsync();

        await Assert.ThrowsAsync<InvocationNotFoundException>(() => host.Client.GetWorkflow<IVoyage, string>("none").AttachAsync());
    }
}
