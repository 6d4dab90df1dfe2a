using System.Collections.Concurrent;

namespace OrderSaga;

/// <summary>Stands for a payment provider: it forgets when the program ends, a real one does not.</summary>
public sealed class SimulatedPayments : IPayments
{
    private readonly ConcurrentDictionary<string, decimal> _charges = new();

    public decimal Total => _charges.Values.Sum();

    public async Task Charge(string orderId, decimal amount, CancellationToken cancellationToken)
    {
        await Task.Delay(50, cancellationToken);
        _charges[orderId] = amount;
    }

    public async Task Refund(string orderId, CancellationToken cancellationToken)
    {
        await Task.Delay(50, cancellationToken);
        _charges.TryRemove(orderId, out _);
    }
}
