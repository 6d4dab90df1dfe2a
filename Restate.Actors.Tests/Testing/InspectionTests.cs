using Restate.Actors.Testing;
using Restate.Actors.Tests.Testing.Actors;
using Xunit;

namespace Restate.Actors.Tests.Testing;

public sealed class InspectionTests
{
    [Fact]
    public async Task StateOf_ReadsWhatTheActorHasSet()
    {
        await using var host = await TestHosts.StartAsync();
        await host.GetActor<IPurse>("anna").DepositAsync(5);
        await host.GetActor<IPurse>("anna").PayAsync("tea");

        var state = host.StateOf<IPurse>("anna");

        Assert.Equal(["amount", "receipt"], state.Keys);
        Assert.Equal(5, state.Get<int>("amount"));
        Assert.Equal("\"anna paid tea\"", state.GetText("receipt"));
        Assert.Null(state.GetText("nothing"));
        Assert.True(state.Exists("amount"));
        Assert.False(state.Exists("nothing"));
    }

    [Fact]
    [Capability("Testing", "Read and write state in a test")]
    public async Task StateOf_SetAndClear_AreSeenByTheActor()
    {
        await using var host = await TestHosts.StartAsync();
        var state = host.StateOf<IPurse>("anna");

        state.Set("amount", 40);
        Assert.Equal(42, await host.GetActor<IPurse>("anna").DepositAsync(2));
        state.Clear("amount");
        Assert.Equal(2, await host.GetActor<IPurse>("anna").DepositAsync(2));
        state.ClearAll();
        Assert.Empty(state.Keys);
    }

    [Fact]
    public async Task JournalOf_IsATable()
    {
        await using var host = await TestHosts.StartAsync();
        var handle = await host.GetActor<IPurse>("anna").Send(p => p.PayAsync("tea"));
        await handle.AttachAsync();

        var journal = host.JournalOf(await handle.GetIdAsync());

        Assert.Equal(
            """
                 0  Input                       "tea"
                 1  Run                         'pay' -> completion 1
                    RunCompletion               completion 1: "anna paid tea"
                 2  SetState                    receipt = "anna paid tea"
                 3  Output                      "anna paid tea"
            """,
            journal);
    }

    [Fact]
    public async Task Invocations_ShowWhoCalledWhom()
    {
        await using var host = await TestHosts.StartAsync();
        await host.GetActor<IPurse>("anna").DepositAsync(10);

        await host.GetActor<IBank>().TransferAsync("anna", "bob", 4);

        var all = host.Invocations;
        var transfer = all.Single(invocation => invocation.Handler == "Transfer");
        Assert.Equal(["Testing.Purse/anna/Withdraw", "Testing.Purse/bob/Deposit"], all
            .Where(invocation => invocation.CallerId == transfer.Id)
            .Select(invocation => $"{invocation.Service}/{invocation.Key}/{invocation.Handler}"));
        Assert.All(all, invocation => Assert.Equal(InvocationStatus.Completed, invocation.Status));
        Assert.Null(transfer.CallerId);
    }

    [Fact]
    public async Task Invocations_Failed_HaveTheFailure()
    {
        await using var host = await TestHosts.StartAsync();
        await Assert.ThrowsAsync<TerminalException>(() => host.GetActor<IPurse>("anna").WithdrawAsync(4));

        Assert.Equal("only 0 left", Assert.Single(host.Invocations).Failure!.Message);
    }

    [Fact]
    public async Task Sends_AreRecorded()
    {
        await using var host = await TestHosts.StartAsync();
        await host.GetActor<IPurse>("anna").ScheduleDepositAsync(5, days: 10);

        var send = Assert.Single(host.SendsTo<IPurse>());

        Assert.Equal(("Testing.Purse", "anna", "Deposit"), (send.Service, send.Key, send.Handler));
        Assert.Equal(TimeSpan.FromDays(10), send.Delay);
        Assert.Equal(5, send.ReadInput<int>());
        Assert.Empty(host.SendsTo<IBank>());
    }

    [Fact]
    public async Task FindInvocation_UnknownId_SaysSo()
    {
        await using var host = await TestHosts.StartAsync();

        Assert.Throws<ArgumentException>(() => host.FindInvocation("inv_1nothing"));
    }
}
