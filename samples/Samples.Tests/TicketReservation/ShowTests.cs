using Microsoft.Extensions.DependencyInjection;
using Restate.Actors;
using Restate.Actors.Testing;
using Restate.Actors.Tests;
using TicketReservation.Actors;
using Xunit;

namespace Samples.Tests.TicketReservation;

/// <summary>Holds, their end, and checkouts.</summary>
public sealed class ShowTests
{
    private static readonly TimeSpan TwoMinutes = TimeSpan.FromMinutes(2);

    private readonly Provider _provider = new();

    [Fact]
    public async Task Hold_SeatOfSomebodyElse_IsRefused()
    {
        await using var host = await StartAsync();
        var show = host.GetActor<IShow>("tonight");
        await show.Hold("A1", "anna", TwoMinutes);

        var error = await Assert.ThrowsAsync<TerminalException>(() => show.Hold("A1", "bob", TwoMinutes));

        Assert.Equal("Seat A1 is taken.", error.Message);
    }

    [Theory]
    [InlineData("G1", 404)]
    [InlineData("A11", 404)]
    [InlineData("", 404)]
    public async Task Hold_NoSuchSeat_IsRefused(string seat, int code)
    {
        await using var host = await StartAsync();

        var error = await Assert.ThrowsAsync<TerminalException>(() => host.GetActor<IShow>("tonight").Hold(seat, "anna", TwoMinutes));

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task Hold_SeventhSeat_IsRefused()
    {
        await using var host = await StartAsync();
        var show = host.GetActor<IShow>("tonight");
        foreach (var seat in Hall.Seats.Take(6))
        {
            await show.Hold(seat, "anna", TwoMinutes);
        }

        await Assert.ThrowsAsync<TerminalException>(() => show.Hold("F1", "anna", TwoMinutes));

        Assert.Equal(6, (await show.Map()).Taken.Count);
    }

    [Fact]
    [Capability("Tooling and documents", "Samples of patterns (saga, cron, fan-out…)")]
    public async Task Hold_NobodyPays_SeatIsFreeAfterItsTime()
    {
        await using var host = await StartAsync();
        var show = host.GetActor<IShow>("tonight");
        await show.Hold("A1", "anna", TwoMinutes);

        await host.AdvanceAsync(TwoMinutes - TimeSpan.FromSeconds(1));
        Assert.Single((await show.Map()).Taken);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Empty((await show.Map()).Taken);
    }

    [Fact]
    public async Task Hold_GivenBackAndTakenByAnother_OldTimerDoesNothing()
    {
        await using var host = await StartAsync();
        var show = host.GetActor<IShow>("tonight");
        await show.Hold("A1", "anna", TwoMinutes);
        await show.Release("A1", "anna");
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        await show.Hold("A1", "bob", TwoMinutes);

        await host.AdvanceAsync(TimeSpan.FromMinutes(1.5));

        Assert.Equal("bob", (await show.Map()).Taken["A1"].Visitor);
    }

    [Fact]
    public async Task Hold_Again_LastsFromNow()
    {
        await using var host = await StartAsync();
        var show = host.GetActor<IShow>("tonight");
        await show.Hold("A1", "anna", TwoMinutes);
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));

        await show.Hold("A1", "anna", TwoMinutes);
        await host.AdvanceAsync(TimeSpan.FromMinutes(1.5));

        Assert.Equal("anna", (await show.Map()).Taken["A1"].Visitor);
    }

    [Fact]
    public async Task Release_SeatOfSomebodyElse_DoesNothing()
    {
        await using var host = await StartAsync();
        var show = host.GetActor<IShow>("tonight");
        await show.Hold("A1", "anna", TwoMinutes);

        await show.Release("A1", "bob");

        Assert.Equal("anna", (await show.Map()).Taken["A1"].Visitor);
    }

    [Fact]
    public async Task Checkout_SellsAllSeatsOfTheVisitor()
    {
        await using var host = await StartAsync();
        var show = host.GetActor<IShow>("tonight");
        await show.Hold("A1", "anna", TwoMinutes);
        await show.Hold("F2", "anna", TwoMinutes);
        await show.Hold("A2", "bob", TimeSpan.FromDays(2));

        var tickets = await CheckOutAsync(host, "anna");
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(["A1", "F2"], tickets.Seats);
        Assert.Equal(90m, tickets.Total);
        Assert.Equal(
            [SeatStatus.Sold, SeatStatus.Held, SeatStatus.Sold],
            (await show.Map()).Taken.Values.Select(seat => seat.Status));
        Assert.Equal([90m], _provider.Charged);
    }

    [Fact]
    public async Task Checkout_TakesLongerThanTheHold_KeepsTheSeats()
    {
        await using var host = await StartAsync();
        _provider.Delay = host.Time;
        var show = host.GetActor<IShow>("tonight");
        await show.Hold("A1", "anna", TwoMinutes);

        var tickets = await CheckOutAsync(host, "anna");

        Assert.Equal(["A1"], tickets.Seats);
        Assert.Equal(SeatStatus.Sold, (await show.Map()).Taken["A1"].Status);
    }

    [Fact]
    public async Task Checkout_CardRefused_HoldsTheSeatsOnceMore()
    {
        await using var host = await StartAsync();
        var show = host.GetActor<IShow>("tonight");
        await show.Hold("A1", "anna", TwoMinutes);
        await host.AdvanceAsync(TimeSpan.FromMinutes(1.5));
        _provider.Refuses = true;

        var error = await Assert.ThrowsAsync<TerminalException>(() => CheckOutAsync(host, "anna"));

        Assert.Equal(402, error.Code);
        await host.AdvanceAsync(TimeSpan.FromMinutes(1.5));
        Assert.Equal(SeatStatus.Held, (await show.Map()).Taken["A1"].Status);
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Empty((await show.Map()).Taken);
    }

    [Fact]
    public async Task Checkout_NothingIsHeld_IsRefusedAndChargesNothing()
    {
        await using var host = await StartAsync();

        await Assert.ThrowsAsync<TerminalException>(() => CheckOutAsync(host, "anna"));

        Assert.Empty(_provider.Charged);
    }

    [Fact]
    public async Task Watch_EachChange_ComesWithAHigherVersion()
    {
        await using var host = await StartAsync();
        var show = host.GetActor<IShow>("tonight");
        using var watch = host.Services.GetRequiredService<SeatFeed>().Watch("tonight");
        await using var changes = watch.ReadAllAsync(CancellationToken.None).GetAsyncEnumerator();

        await show.Hold("A1", "anna", TwoMinutes);
        await changes.MoveNextAsync();
        var first = changes.Current;
        await show.Release("A1", "anna");
        await changes.MoveNextAsync();

        Assert.Equal(["A1"], first.Taken.Keys);
        Assert.Empty(changes.Current.Taken);
        Assert.True(changes.Current.Version > first.Version);
    }

    [Fact]
    public async Task Watch_PageIsSlow_GetsTheNewestMapOfItsShowOnly()
    {
        await using var host = await StartAsync();
        using var watch = host.Services.GetRequiredService<SeatFeed>().Watch("tonight");
        await using var changes = watch.ReadAllAsync(CancellationToken.None).GetAsyncEnumerator();

        await host.GetActor<IShow>("tonight").Hold("A1", "anna", TwoMinutes);
        await host.GetActor<IShow>("tonight").Hold("A2", "anna", TwoMinutes);
        await host.GetActor<IShow>("tomorrow").Hold("A3", "anna", TwoMinutes);
        await changes.MoveNextAsync();

        Assert.Equal(["A1", "A2"], changes.Current.Taken.Keys);
    }

    /// <summary>Two visitors want one seat, in any order and with faults: one gets it, and one payment is made.</summary>
    [Fact]
    public Task Checkout_TwoForOneSeat_IsSoldOnce() => ActorTestHost.ExploreAsync(
        async host =>
        {
            var winners = await Task.WhenAll(GetsAsync(host, "anna"), GetsAsync(host, "bob"));

            Assert.Single(winners, true);
            Assert.Equal(SeatStatus.Sold, (await host.GetActor<IShow>("tonight").Map()).Taken["A1"].Status);
        },
        actors => actors.AddGeneratedActors(),
        services => services.AddSingleton<SeatFeed>().AddSingleton<IPayments, Provider>(),
        options => options.Seeds = 30);

    private static async Task<bool> GetsAsync(ActorTestHost host, string visitor)
    {
        try
        {
            await host.GetActor<IShow>("tonight").Hold("A1", visitor, TimeSpan.FromDays(1));
            await CheckOutAsync(host, visitor);
            return true;
        }
        catch (TerminalException error) when (error.Code == 422)
        {
            return false;
        }
    }

    private static Task<Tickets> CheckOutAsync(ActorTestHost host, string visitor) =>
        host.GetActor<ICheckout>($"checkout-of-{visitor}").Run(new CheckoutRequest("tonight", visitor, "card", TwoMinutes));

    private Task<ActorTestHost> StartAsync() => ActorTestHost.StartAsync(
        actors => actors.AddGeneratedActors(),
        services => services.AddSingleton<SeatFeed>().AddSingleton<IPayments>(_provider),
        options => options.ReplayAlways = true);

    private sealed class Provider : IPayments
    {
        public bool Refuses { get; set; }

        /// <summary>The clock by which it takes an hour; none if it takes no time.</summary>
        public TimeProvider? Delay { get; set; }

        public List<decimal> Charged { get; } = [];

        public async Task<string> Charge(string checkoutId, string card, decimal amount, CancellationToken cancellationToken)
        {
            if (Delay is { } clock)
            {
                await Task.Delay(TimeSpan.FromHours(1), clock, cancellationToken);
            }

            if (Refuses)
            {
                throw new TerminalException("refused", 402);
            }

            Charged.Add(amount);
            return "receipt";
        }
    }
}
