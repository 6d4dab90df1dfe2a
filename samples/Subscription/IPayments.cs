namespace Subscription;

/// <summary>A payment provider outside.</summary>
public interface IPayments
{
    Task Charge(string customer, decimal amount, string idempotencyKey, CancellationToken cancellationToken);
}
