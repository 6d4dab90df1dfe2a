namespace TicketReservation.Actors;

/// <summary>A seat that is not free.</summary>
/// <param name="Status">Why it is not.</param>
/// <param name="Visitor">Who has it.</param>
/// <param name="ClaimId">The hold or the checkout that has taken it. A timer of an older hold finds another one here, and does nothing.</param>
/// <param name="HeldUntil">When the hold expires; <see langword="null"/> if it does not any more.</param>
public sealed record TakenSeat(SeatStatus Status, string Visitor, string ClaimId, DateTimeOffset? HeldUntil = null);
