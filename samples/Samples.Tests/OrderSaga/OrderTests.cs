using Microsoft.Extensions.DependencyInjection;
using OrderSaga;
using Restate.Actors;
using Restate.Actors.Testing;
using Restate.Actors.Tests;
using Xunit;

namespace Samples.Tests.OrderSaga;

/// <summary>An order goes through as a whole, or leaves nothing behind.</summary>
public sealed class OrderTests
{
    private static readonly OrderRequest ToRome = new([new OrderLine("tea", 2), new OrderLine("cup", 1)], 18m, "Rome");

    private readonly SimulatedPayments _payments = new();

    [Fact]
    public async Task Run_AllGoesWell_StockIsTakenAndTheMoneyIsCharged()
    {
        await using var host = await StartAsync();

        var parcel = await host.GetActor<IOrder>("o-1").Run(ToRome);

        Assert.Equal("parcel for Rome", parcel);
        Assert.Equal("shipped", await host.GetActor<IOrder>("o-1").Status());
        Assert.Equal((8, 9, 18m), await LeftAsync(host));
    }

    [Fact]
    [Capability("Tooling and documents", "Samples of patterns (saga, cron, fan-out…)")]
    public async Task Run_CarrierRefuses_EverythingIsUndone()
    {
        await using var host = await StartAsync();

        var error = await Assert.ThrowsAsync<TerminalException>(() => host.GetActor<IOrder>("o-1").Run(ToRome with { Destination = "Atlantis" }));

        Assert.Equal("The carrier does not go to Atlantis.", error.Message);
        Assert.Equal("undone", await host.GetActor<IOrder>("o-1").Status());
        Assert.Equal((10, 10, 0m), await LeftAsync(host));
    }

    [Fact]
    public async Task Run_CarrierIsDownForLong_EverythingIsUndone()
    {
        await using var host = await StartAsync(new BrokenCarrier());

        var error = await Assert.ThrowsAsync<TerminalException>(() => host.GetActor<IOrder>("o-1").Run(ToRome));

        Assert.Contains("down", error.Message, StringComparison.Ordinal);
        Assert.Equal((10, 10, 0m), await LeftAsync(host));
    }

    [Fact]
    public async Task Run_NotEnoughStock_TheFirstArticleGoesBack()
    {
        await using var host = await StartAsync();

        await Assert.ThrowsAsync<TerminalException>(
            () => host.GetActor<IOrder>("o-1").Run(new OrderRequest([new OrderLine("tea", 1), new OrderLine("cup", 11)], 100m, "Rome")));

        Assert.Equal((10, 10, 0m), await LeftAsync(host));
    }

    [Fact]
    public async Task Run_CancelledWhilePacked_EverythingIsUndone()
    {
        await using var host = await StartAsync();
        var order = await host.GetActor<IOrder>("o-1").Send(o => o.Run(ToRome, default));
        await host.WhenIdleAsync();
        Assert.Equal((8, 9, 18m), await LeftAsync(host));

        await host.CancelAsync(await order.GetIdAsync());

        var error = await Assert.ThrowsAsync<TerminalException>(() => order.AttachAsync());
        Assert.Equal(409, error.Code);
        Assert.Equal((10, 10, 0m), await LeftAsync(host));
    }

    /// <summary>Attempts break off anywhere, also in the middle of the undo.</summary>
    [Fact]
    public Task Run_WithFaults_IsAllOrNothing() => ActorTestHost.ExploreAsync(
        async host =>
        {
            await FillAsync(host);
            await host.GetActor<IOrder>("o-1").Run(ToRome);
            await Assert.ThrowsAsync<TerminalException>(() => host.GetActor<IOrder>("o-2").Run(ToRome with { Destination = "Atlantis" }));

            var payments = (SimulatedPayments)host.Services.GetRequiredService<IPayments>();
            Assert.Equal((8, 9, 18m), await LeftAsync(host, payments));
        },
        actors => actors.AddGeneratedActors(),
        services => services.AddSingleton<IPayments, SimulatedPayments>().AddSingleton<ICarrier, SimulatedCarrier>(),
        options => options.Seeds = 30);

    private async Task<ActorTestHost> StartAsync(ICarrier? carrier = null)
    {
        var host = await ActorTestHost.StartAsync(
            actors => actors.AddGeneratedActors(),
            services => services.AddSingleton<IPayments>(_payments).AddSingleton(carrier ?? new SimulatedCarrier()),
            options => options.ReplayAlways = true);
        await FillAsync(host);
        return host;
    }

    private static Task FillAsync(ActorTestHost host) =>
        Task.WhenAll(host.GetActor<IStock>("tea").Fill(10), host.GetActor<IStock>("cup").Fill(10));

    private Task<(int Tea, int Cups, decimal Charged)> LeftAsync(ActorTestHost host) => LeftAsync(host, _payments);

    private static async Task<(int Tea, int Cups, decimal Charged)> LeftAsync(ActorTestHost host, SimulatedPayments payments) =>
        (await host.GetActor<IStock>("tea").Available(), await host.GetActor<IStock>("cup").Available(), payments.Total);

    private sealed class BrokenCarrier : ICarrier
    {
        public Task<string> Ship(string orderId, string destination, CancellationToken cancellationToken) =>
            throw new HttpRequestException("The carrier is down.");
    }
}
