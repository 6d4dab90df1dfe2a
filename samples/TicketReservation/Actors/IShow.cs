using Restate.Actors;

namespace TicketReservation.Actors;

/// <summary>The seats of one show: a virtual object, so that no seat is sold twice.</summary>
[Actor("Show")]
public interface IShow : IVirtualObject
{
    /// <summary>Holds a free seat for a visitor, or holds one of theirs for longer.</summary>
    /// <returns>When the hold expires.</returns>
    [Exclusive]
    Task<DateTimeOffset> Hold(string seat, string visitor, TimeSpan time);

    /// <summary>Gives a seat back that the visitor holds. Does nothing with other seats.</summary>
    [Exclusive]
    Task Release(string seat, string visitor);

    /// <summary>Ends a hold whose time is over. The show sends this to itself.</summary>
    [Exclusive]
    Task Expire(string seat, string holdId);

    /// <summary>Keeps the seats that a visitor holds from expiring while they are paid for.</summary>
    /// <returns>The seats.</returns>
    [Exclusive]
    Task<IReadOnlyList<string>> BeginCheckout(string checkoutId, string visitor);

    /// <summary>Sells the seats of a checkout.</summary>
    [Exclusive]
    Task Sell(string checkoutId);

    /// <summary>Holds the seats of a checkout that has failed once more, so that the visitor can try again.</summary>
    [Exclusive]
    Task ReturnToHold(string checkoutId, TimeSpan time);

    [Shared]
    Task<SeatMap> Map();
}
