using System.Collections.Immutable;

namespace TicketReservation.Actors;

/// <summary>All seats of a show that are not free, at one moment.</summary>
/// <param name="Version">Grows with each change, so that a watcher can tell an old map from a new one.</param>
/// <param name="Taken">The seats by their names.</param>
public sealed record SeatMap(long Version, ImmutableSortedDictionary<string, TakenSeat> Taken)
{
    public static SeatMap Empty { get; } = new(0, ImmutableSortedDictionary<string, TakenSeat>.Empty);

    public IReadOnlyList<string> SeatsOf(Func<TakenSeat, bool> predicate) => [.. Taken.Where(seat => predicate(seat.Value)).Select(seat => seat.Key)];
}
