using Microsoft.Extensions.DependencyInjection;
using Restate.Actors;
using Restate.Actors.Testing;
using Template._1.Actors;
using Template._1.Contracts;

namespace Template._1.Tests;

/// <summary>A workflow, in memory: time jumps, and each wait is replayed as after a crash.</summary>
public sealed class TransferTests
{
    private static readonly TransferOrder Order = new("anna", "bob", 30);

    private readonly RecordingNotifier _notifier = new();

    [Fact]
    public async Task Run_MovesTheMoneyAndNotifiesOnce()
    {
        await using var host = await StartAsync();
        await host.GetActor<IAccount>("anna").Deposit(100);

        await host.GetActor<ITransfer>("t-1").Run(Order);

        Assert.Equal(70, await host.GetActor<IAccount>("anna").Balance());
        Assert.Equal(30, await host.GetActor<IAccount>("bob").Balance());
        Assert.Equal(["bob: 30 from anna"], _notifier.Messages);
    }

    [Fact]
    public async Task Status_WhileItWaits_IsClearing()
    {
        await using var host = await StartAsync();
        await host.GetActor<IAccount>("anna").Deposit(100);
        var transfer = host.GetActor<ITransfer>("t-1");

        var run = await transfer.Send(to => to.Run(Order));
        await host.AdvanceAsync(TimeSpan.FromSeconds(9));
        Assert.Equal("clearing", await transfer.Status());

        await run.AttachAsync();
        Assert.Equal("done", await transfer.Status());
    }

    [Fact]
    public async Task Run_AccountLacksMoney_FailsAndMovesNothing()
    {
        await using var host = await StartAsync();

        var error = await Assert.ThrowsAsync<TerminalException>(() => host.GetActor<ITransfer>("t-1").Run(Order));

        Assert.Equal(409, error.Code);
        Assert.Equal(0, await host.GetActor<IAccount>("bob").Balance());
        Assert.Empty(_notifier.Messages);
    }

    private Task<ActorTestHost> StartAsync() => ActorTestHost.StartAsync(
        actors => actors.AddGeneratedActors(),
        services => services.AddSingleton<INotifier>(_notifier),
        options => options.ReplayAlways = true);
}
