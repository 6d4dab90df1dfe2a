namespace TicketReservation.Web;

/// <summary>What the page sends to pay.</summary>
public sealed record CheckoutForm(string Card);
