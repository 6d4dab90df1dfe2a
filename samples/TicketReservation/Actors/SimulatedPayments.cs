using Restate.Actors;

namespace TicketReservation.Actors;

/// <summary>Stands for a payment provider. It takes its time, so that there is a moment in which to kill the program.</summary>
public sealed class SimulatedPayments : IPayments
{
    public async Task<string> Charge(string checkoutId, string card, decimal amount, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(1.5), cancellationToken);
        return card == "refused"
            ? throw new TerminalException("The card was refused.", 402)
            : $"R-{checkoutId[..8]}";
    }
}
