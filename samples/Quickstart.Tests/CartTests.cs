using Microsoft.Extensions.DependencyInjection;
using Restate.Actors;
using Restate.Actors.Testing;
using Xunit;

namespace Quickstart.Tests;

/// <summary>A virtual object: calls, state, a stub for another actor, and what it has sent.</summary>
public sealed class CartTests
{
    [Fact]
    public async Task Add_AsksTheCatalogForThePrice()
    {
        await using var host = await ActorTestHost.StartAsync(actors => actors.AddGeneratedActors());
        var cart = host.GetActor<ICart>("anna");

        await cart.Add("tea", 2);
        var total = await cart.Add("cup");

        Assert.Equal(18.00m, total);
    }

    [Fact]
    public async Task Add_UnknownArticle_FailsAndKeepsTheCart()
    {
        await using var host = await ActorTestHost.StartAsync(actors => actors.AddGeneratedActors());
        var cart = host.GetActor<ICart>("anna");
        await cart.Add("tea");

        var error = await Assert.ThrowsAsync<TerminalException>(() => cart.Add("unicorn"));

        Assert.Equal(404, error.Code);
        Assert.Equal(4.50m, (await cart.Content()).Total);
    }

    [Fact]
    public async Task Add_OtherPrices_ByAStub()
    {
        await using var host = await ActorTestHost.StartAsync(actors => actors.AddGeneratedActors());
        host.Stub<ICatalog>(new FlatPrices());

        Assert.Equal(3m, await host.GetActor<ICart>("anna").Add("unicorn", 3));
    }

    [Fact]
    public async Task CheckOut_EmptiesTheCartAndStartsAnOrder()
    {
        await using var host = await ActorTestHost.StartAsync(actors => actors.AddGeneratedActors());
        host.StateOf<ICart>("anna").Set("lines", new[] { new CartLine("tea", 1, 4.50m) });

        var orderId = await host.GetActor<ICart>("anna").CheckOut();

        var order = Assert.Single(host.SendsTo<IOrder>());
        Assert.Equal(orderId, order.Key);
        Assert.Equal(4.50m, order.ReadInput<CartContent>().Total);
        Assert.Equal(["lastOrder"], host.StateOf<ICart>("anna").Keys);
    }

    [Fact]
    public Task Add_ManyAtOnce_NothingIsLostInAnyOrder() => ActorTestHost.ExploreAsync(
        async host =>
        {
            var cart = host.GetActor<ICart>("anna");
            await Task.WhenAll(cart.Add("tea"), cart.Add("cup"), cart.Add("tea"));

            Assert.Equal(18.00m, (await cart.Content()).Total);
        },
        actors => actors.AddGeneratedActors(),
        options: options => options.Seeds = 20);

    // Private, so that it is not taken for an actor of this project.
    private sealed class FlatPrices : ICatalog
    {
        public Task<decimal> Price(string article) => Task.FromResult(1m);
    }
}
