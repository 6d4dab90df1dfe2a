using Docs.Moved;
using Restate.Actors.Testing;
using Restate.Actors.Tests;
using Xunit;

namespace Restate.Actors.Migration.Tests.Pages;

/// <summary>What docs/migrate/dapr.md shows does what the page says.</summary>
public sealed class MovedBookingTests
{
    [Fact]
    [Capability("Tooling and documents", "Migration guide from Orleans, Dapr, Temporal")]
    public Task Test_OfThePage_Passes() => BookingTests.Reserve_NobodyPays_Expires();

    [Fact]
    public async Task Reserve_Twice_IsRefusedAndKeepsTheFirst()
    {
        await using var host = await StartAsync();
        var booking = host.GetActor<IBooking>("b1");
        await booking.Reserve(new Reservation("Anna", "12", 90));

        var error = await Assert.ThrowsAsync<TerminalException>(() => booking.Reserve(new Reservation("Bob", "12", 80)));

        Assert.Equal((ushort)409, (ushort)error.Code);
        Assert.Equal("Anna", (await booking.Get())?.Guest);
    }

    [Fact]
    public async Task Pay_InTime_IsKeptUntilTheFeedback()
    {
        await using var host = await StartAsync();
        var booking = host.GetActor<IBooking>("b1");
        await booking.Reserve(new Reservation("Anna", "12", 90));

        await booking.Pay("card");
        await host.AdvanceAsync(TimeSpan.FromDays(13));
        var kept = await booking.Get();
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(new Reservation("Anna", "12", 90, IsPaid: true), kept);
        Assert.Null(await booking.Get());
    }

    private static Task<ActorTestHost> StartAsync() => ActorTestHost.StartAsync(
        actors => actors.AddGeneratedActors(),
        services => services.AddSingleton<ICardGateway>(new Cards()),
        options => options.AutoAdvance = false);

    private sealed class Cards : ICardGateway
    {
        public Task<string> Charge(string card, decimal amount, string idempotencyKey, CancellationToken cancellationToken) => Task.FromResult("receipt");
    }
}
