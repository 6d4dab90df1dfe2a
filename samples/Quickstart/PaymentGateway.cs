namespace Quickstart;

/// <summary>Stands for a service outside: it may be slow or fail, so it is called inside a durable step.</summary>
public static class PaymentGateway
{
    public static async Task<string> Charge(string idempotencyKey, decimal amount)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(50));
        return $"charged {amount} once under {idempotencyKey[..12]}";
    }
}
