using Restate.Actors;

namespace MigrationSample.Actors;

public sealed class Booking : VirtualObject, IBooking
{
    private IActorState<Reservation> Current => State<Reservation>("reservation");

    public async Task Reserve(Reservation reservation)
    {
        if (await Current.ExistsAsync())
        {
            throw new TerminalException($"Booking {Key} is taken.", 409);
        }

        Current.Set(reservation);
    }

    public async Task<Reservation?> Get() => await Current.GetAsync();
}
