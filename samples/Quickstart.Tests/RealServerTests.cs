using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Quickstart.Tests;

/// <summary>A few tests against the real server: that the parts fit together.</summary>
public sealed class RealServerTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task CheckOut_ThenApprove_IsShipped()
    {
        await using var app = await server.ServeAsync(actors => actors.AddGeneratedActors());
        var cart = app.Client.GetActor<ICart>("anna");
        await cart.Add("tea", 2);

        var orderId = await cart.CheckOut();
        await app.Client.GetActor<IOrder>(orderId).Approve("the boss");

        Assert.EndsWith("approved by the boss", await app.Client.GetWorkflow<IOrder, string>(orderId).AttachAsync(), StringComparison.Ordinal);
    }
}
