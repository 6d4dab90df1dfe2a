using TicketReservation.Actors;

namespace TicketReservation.Web;

/// <summary>A seat as one visitor sees it: who else has it is nobody's business.</summary>
/// <param name="Seat">Its name.</param>
/// <param name="Price">What it costs.</param>
/// <param name="Status">free, held, mine, paying, sold or bought.</param>
/// <param name="SecondsLeft">How long a hold of this visitor lasts. Not a time of day: the clocks of visitors are wrong.</param>
public sealed record SeatView(string Seat, decimal Price, string Status, double? SecondsLeft)
{
    public static IReadOnlyList<SeatView> For(string visitor, SeatMap map, DateTimeOffset now) =>
        [.. Hall.Seats.Select(seat => For(visitor, seat, map.Taken.GetValueOrDefault(seat), now))];

    private static SeatView For(string visitor, string seat, TakenSeat? taken, DateTimeOffset now)
    {
        var isMine = taken?.Visitor == visitor;
        var status = taken?.Status switch
        {
            null => "free",
            SeatStatus.Held => isMine ? "mine" : "held",
            SeatStatus.Paying => isMine ? "paying" : "held",
            _ => isMine ? "bought" : "sold",
        };
        return new SeatView(seat, Hall.PriceOf(seat), status, isMine ? (taken!.HeldUntil - now)?.TotalSeconds : null);
    }
}
