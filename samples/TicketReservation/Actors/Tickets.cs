namespace TicketReservation.Actors;

public sealed record Tickets(IReadOnlyList<string> Seats, decimal Total, string Receipt);
