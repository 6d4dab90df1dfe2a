using System.Globalization;

namespace NativeAot;

/// <summary>Stands for a service outside: it may be slow or fail, so it is called inside a durable step.</summary>
public static class SimulatedCards
{
    public static async Task<string> Charge(string idempotencyKey, decimal amount)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(20));
        return string.Create(CultureInfo.InvariantCulture, $"{amount:0.00} by card, once under {idempotencyKey[..12]}");
    }
}
