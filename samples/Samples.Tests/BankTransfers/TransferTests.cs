using BankTransfers;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors;
using Restate.Actors.Testing;
using Restate.Actors.Tests;
using Xunit;

namespace Samples.Tests.BankTransfers;

/// <summary>Money moves once or not at all.</summary>
public sealed class TransferTests
{
    [Fact]
    public async Task Run_MovesTheMoney()
    {
        await using var host = await StartAsync();

        await host.GetActor<ITransfer>("t-1").Run(new TransferOrder("anna", "bob", 30));

        Assert.Equal([70m, 130m], await BalancesAsync(host));
    }

    [Fact]
    public async Task Run_NotEnoughMoney_FailsWithTheAmountThatIsMissing()
    {
        await using var host = await StartAsync();

        var error = await Assert.ThrowsAsync<InsufficientFundsException>(
            () => host.GetActor<ITransfer>("t-1").Run(new TransferOrder("anna", "bob", 100.50m)));

        Assert.Equal(0.50m, error.Missing);
        Assert.Equal([100m, 100m], await BalancesAsync(host));
    }

    [Fact]
    [Capability("Tooling and documents", "Samples of patterns (saga, cron, fan-out…)")]
    public async Task Run_TargetClosed_TheMoneyComesBack()
    {
        await using var host = await StartAsync();
        await host.GetActor<IAccount>("bob").Close();

        await Assert.ThrowsAsync<AccountClosedException>(() => host.GetActor<ITransfer>("t-1").Run(new TransferOrder("anna", "bob", 30)));

        Assert.Equal([100m, 100m], await BalancesAsync(host));
    }

    [Fact]
    public async Task Run_BothClosedOnTheWay_TheMoneyComesBackAllTheSame()
    {
        await using var host = await StartAsync();
        var transfer = await host.GetActor<ITransfer>("t-1").Send(t => t.Run(new TransferOrder("anna", "bob", 30)));
        await host.GetActor<IAccount>("anna").Close();
        await host.GetActor<IAccount>("bob").Close();

        await Assert.ThrowsAsync<AccountClosedException>(() => transfer.AttachAsync());

        Assert.Equal([100m, 100m], await BalancesAsync(host));
    }

    [Fact]
    public async Task Run_CancelledOnTheWay_ArrivesAllTheSame()
    {
        await using var host = await StartAsync();
        var transfer = await host.GetActor<ITransfer>("t-1").Send(t => t.Run(new TransferOrder("anna", "bob", 30)));
        await host.WhenIdleAsync();

        await host.CancelAsync(await transfer.GetIdAsync());

        Assert.Equal("30 from anna to bob", await transfer.AttachAsync());
        Assert.Equal([70m, 130m], await BalancesAsync(host));
    }

    [Fact]
    public async Task Run_SameIdAgain_IsRefused()
    {
        await using var host = await StartAsync();
        await host.GetActor<ITransfer>("t-1").Run(new TransferOrder("anna", "bob", 30));

        await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(() => host.GetActor<ITransfer>("t-1").Run(new TransferOrder("anna", "bob", 30)));

        Assert.Equal([70m, 130m], await BalancesAsync(host));
    }

    [Theory]
    [InlineData("bob", 0)]
    [InlineData("bob", -5)]
    [InlineData("anna", 5)]
    public async Task Run_NoSensibleOrder_IsRefused(string to, decimal amount)
    {
        await using var host = await StartAsync();

        var error = await Assert.ThrowsAsync<TerminalException>(() => host.GetActor<ITransfer>("t-1").Run(new TransferOrder("anna", to, amount)));

        Assert.Equal(400, error.Code);
    }

    /// <summary>Fifty orders of messages, with attempts that break off anywhere: the sum of all money is the same.</summary>
    [Fact]
    public Task Run_ManyAtOnceWithFaults_NoMoneyIsLost() => ActorTestHost.ExploreAsync(
        async host =>
        {
            await OpenAsync(host);
            await Task.WhenAll(
                host.GetActor<ITransfer>("t-1").Run(new TransferOrder("anna", "bob", 60)),
                host.GetActor<ITransfer>("t-2").Run(new TransferOrder("bob", "anna", 20)),
                host.GetActor<ITransfer>("t-3").Run(new TransferOrder("anna", "bob", 15)));

            Assert.Equal([45m, 155m], await BalancesAsync(host));
        },
        actors => actors.AddGeneratedActors().MapBankErrors(),
        options: options => options.Seeds = 50);

    private static async Task<ActorTestHost> StartAsync()
    {
        var host = await ActorTestHost.StartAsync(
            actors => actors.AddGeneratedActors().MapBankErrors(),
            options: options => options.ReplayAlways = true);
        await OpenAsync(host);
        return host;
    }

    private static Task OpenAsync(ActorTestHost host) =>
        Task.WhenAll(host.GetActor<IAccount>("anna").Open(100), host.GetActor<IAccount>("bob").Open(100));

    private static async Task<decimal[]> BalancesAsync(ActorTestHost host) =>
        [await host.GetActor<IAccount>("anna").Balance(), await host.GetActor<IAccount>("bob").Balance()];
}
