using Microsoft.Extensions.DependencyInjection;
using Restate.Actors;
using Restate.Actors.Testing;
using Template._1.Contracts;

namespace Template._1.Tests;

/// <summary>A virtual object, in memory.</summary>
public sealed class AccountTests
{
    [Fact]
    public async Task Deposit_AddsToTheBalance()
    {
        await using var host = await ActorTestHost.StartAsync(actors => actors.AddGeneratedActors());
        var account = host.GetActor<IAccount>("anna");

        await account.Deposit(20);
        await account.Deposit(5);

        Assert.Equal(25, await account.Balance());
    }

    [Fact]
    public async Task Withdraw_MoreThanThereIs_IsRefusedAndChangesNothing()
    {
        await using var host = await ActorTestHost.StartAsync(actors => actors.AddGeneratedActors());
        var account = host.GetActor<IAccount>("anna");
        await account.Deposit(20);

        var error = await Assert.ThrowsAsync<TerminalException>(() => account.Withdraw(30));

        Assert.Equal(409, error.Code);
        Assert.Equal(20, await account.Balance());
    }
}
