using Microsoft.Extensions.DependencyInjection;
using Restate.Actors;
using Restate.Actors.Testing;
using Xunit;

namespace Quickstart.Tests;

/// <summary>A workflow: time that jumps, promises, and replay at every wait.</summary>
public sealed class OrderTests
{
    private static readonly CartContent Cart = new("anna", [new CartLine("tea", 2, 4.50m)]);

    [Fact]
    public async Task Run_Approved_IsShipped()
    {
        await using var host = await ActorTestHost.StartAsync(actors => actors.AddGeneratedActors());
        var order = host.GetActor<IOrder>("order-1");
        var run = await order.Send(o => o.Run(Cart, default));

        await order.Approve("the boss");

        Assert.EndsWith("approved by the boss", await run.AttachAsync(), StringComparison.Ordinal);
        Assert.Equal("shipped", await order.Status());
    }

    [Fact]
    public async Task Run_NobodyApproves_ExpiresAfterThreeDays()
    {
        await using var host = await ActorTestHost.StartAsync(actors => actors.AddGeneratedActors());
        var start = host.Time.GetUtcNow();

        var error = await Assert.ThrowsAsync<TerminalException>(() => host.GetActor<IOrder>("order-1").Run(Cart));

        Assert.Equal(408, error.Code);
        Assert.Equal(TimeSpan.FromDays(3), host.Time.GetUtcNow() - start);
        Assert.Equal("expired", host.StateOf<IOrder>("order-1").Get<string>("status"));
    }

    [Fact]
    public async Task Run_ReplayedAtEveryWait_GivesTheSame()
    {
        await using var host = await ActorTestHost.StartAsync(actors => actors.AddGeneratedActors(), options: options => options.ReplayAlways = true);
        var order = host.GetActor<IOrder>("order-1");
        var run = await order.Send(o => o.Run(Cart, default));

        await order.Approve("the boss");

        Assert.EndsWith("approved by the boss", await run.AttachAsync(), StringComparison.Ordinal);
        Assert.True(host.FindInvocation(await run.GetIdAsync()).Attempts > 3);
    }
}
