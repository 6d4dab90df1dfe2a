using Restate.Actors;

namespace TicketReservation.Actors;

public sealed class Show(SeatFeed feed) : VirtualObject, IShow
{
    private const int MaxSeatsPerVisitor = 6;

    private IActorState<SeatMap> Seats => State<SeatMap>("seats");

    public async Task<DateTimeOffset> Hold(string seat, string visitor, TimeSpan time)
    {
        var map = await Map();
        ThrowIfCannotHold(map, seat, visitor);
        var hold = await StartHoldAsync(seat, visitor, time);
        await SaveAsync(map with { Taken = map.Taken.SetItem(seat, hold) });
        return hold.HeldUntil!.Value;
    }

    public async Task Release(string seat, string visitor)
    {
        var map = await Map();
        if (map.Taken.GetValueOrDefault(seat) is { Status: SeatStatus.Held } hold && hold.Visitor == visitor)
        {
            await SaveAsync(map with { Taken = map.Taken.Remove(seat) });
        }
    }

    public async Task Expire(string seat, string holdId)
    {
        var map = await Map();
        if (map.Taken.GetValueOrDefault(seat)?.ClaimId == holdId)
        {
            await SaveAsync(map with { Taken = map.Taken.Remove(seat) });
        }
    }

    public async Task<IReadOnlyList<string>> BeginCheckout(string checkoutId, string visitor)
    {
        var map = await Map();
        var seats = map.SeatsOf(seat => seat.Status == SeatStatus.Held && seat.Visitor == visitor);
        if (seats.Count == 0)
        {
            throw new TerminalException("There is no seat to pay for: the holds have expired.", 422);
        }

        var paying = new TakenSeat(SeatStatus.Paying, visitor, checkoutId);
        await SaveAsync(map with { Taken = map.Taken.SetItems(seats.Select(seat => KeyValuePair.Create(seat, paying))) });
        return seats;
    }

    public async Task Sell(string checkoutId)
    {
        var map = await Map();
        var sold = map.Taken.Where(seat => seat.Value.ClaimId == checkoutId)
            .Select(seat => KeyValuePair.Create(seat.Key, seat.Value with { Status = SeatStatus.Sold }));
        await SaveAsync(map with { Taken = map.Taken.SetItems(sold) });
    }

    public async Task ReturnToHold(string checkoutId, TimeSpan time)
    {
        var map = await Map();
        var taken = map.Taken;
        foreach (var seat in map.SeatsOf(seat => seat.ClaimId == checkoutId))
        {
            taken = taken.SetItem(seat, await StartHoldAsync(seat, taken[seat].Visitor, time));
        }

        await SaveAsync(map with { Taken = taken });
    }

    public async Task<SeatMap> Map() => await Seats.GetAsync(SeatMap.Empty);

    private static void ThrowIfCannotHold(SeatMap map, string seat, string visitor)
    {
        if (!Hall.Seats.Contains(seat))
        {
            throw new TerminalException($"There is no seat '{seat}'.", 404);
        }

        if (map.Taken.TryGetValue(seat, out var taken) && (taken.Status != SeatStatus.Held || taken.Visitor != visitor))
        {
            throw new TerminalException($"Seat {seat} is taken.", 422);
        }

        if (map.SeatsOf(other => other.Status == SeatStatus.Held && other.Visitor == visitor).Count >= MaxSeatsPerVisitor)
        {
            throw new TerminalException($"Nobody can hold more than {MaxSeatsPerVisitor} seats.", 422);
        }
    }

    /// <summary>Makes a hold, and sends this show the call that ends it: a timer which survives every crash.</summary>
    private async Task<TakenSeat> StartHoldAsync(string seat, string visitor, TimeSpan time)
    {
        var hold = new TakenSeat(SeatStatus.Held, visitor, ClaimId: $"{NewGuid():N}", Time.GetUtcNow() + time);
        await Actors.GetActor<IShow>(Key).Send(show => show.Expire(seat, hold.ClaimId), after: time);
        return hold;
    }

    private async Task SaveAsync(SeatMap changed)
    {
        var map = changed with { Version = changed.Version + 1 };
        Seats.Set(map);
        await Run("publish", _ => feed.Publish(Key, map));
    }
}
