using Restate.Actors;

namespace MigrationSample.Actors;

/// <summary>What was <c>IBookingActor</c>, see <c>Before/BookingActor.cs.txt</c>.</summary>
[Actor("Booking")]
public interface IBooking : IVirtualObject
{
    Task Reserve(Reservation reservation);

    [Shared]
    Task<Reservation?> Get();
}

public sealed record Reservation(string Guest, string Room);
