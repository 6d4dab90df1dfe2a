namespace TicketReservation.Actors;

/// <param name="Show">The show.</param>
/// <param name="Visitor">Whose holds are paid for.</param>
/// <param name="Card">What is charged.</param>
/// <param name="HoldTime">How long the seats are held again if the card is refused.</param>
public sealed record CheckoutRequest(string Show, string Visitor, string Card, TimeSpan HoldTime);
