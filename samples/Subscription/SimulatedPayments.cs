using Restate.Actors;

namespace Subscription;

/// <summary>Stands for a payment provider that refuses customers whose name begins with "broke".</summary>
public sealed class SimulatedPayments : IPayments
{
    public async Task Charge(string customer, decimal amount, string idempotencyKey, CancellationToken cancellationToken)
    {
        await Task.Delay(50, cancellationToken);
        if (customer.StartsWith("broke", StringComparison.Ordinal))
        {
            throw new TerminalException("The card was refused.", 402);
        }
    }
}
