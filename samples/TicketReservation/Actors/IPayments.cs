namespace TicketReservation.Actors;

/// <summary>A payment provider outside. The checkout's id makes its calls idempotent.</summary>
public interface IPayments
{
    /// <returns>The number of the receipt.</returns>
    Task<string> Charge(string checkoutId, string card, decimal amount, CancellationToken cancellationToken);
}
