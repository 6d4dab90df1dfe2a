namespace OrderSaga;

/// <summary>A payment provider outside. The order's id makes its calls idempotent.</summary>
public interface IPayments
{
    Task Charge(string orderId, decimal amount, CancellationToken cancellationToken);

    /// <summary>Gives back what was charged for an order. Does nothing if nothing was.</summary>
    Task Refund(string orderId, CancellationToken cancellationToken);
}
