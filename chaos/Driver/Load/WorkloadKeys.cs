namespace Restate.Actors.Chaos.Driver.Load;

/// <summary>The keys that operations touch.</summary>
/// <param name="Accounts">Accounts that trade with each other.</param>
/// <param name="Sellers">Accounts that bookings pay.</param>
/// <param name="Counters">Counters that are marked.</param>
internal sealed record WorkloadKeys(IReadOnlyList<string> Accounts, IReadOnlyList<string> Sellers, IReadOnlyList<string> Counters)
{
    private const int AccountCount = 40;
    private const int SellerCount = 4;
    private const int CounterCount = 24;

    /// <summary>Invents keys.</summary>
    /// <param name="prefix">With what they begin.</param>
    public static WorkloadKeys Create(string prefix) =>
        new(Names($"{prefix}account", AccountCount), Names($"{prefix}seller", SellerCount), Names($"{prefix}counter", CounterCount));

    private static string[] Names(string name, int count) => [.. Enumerable.Range(0, count).Select(number => $"{name}-{number}")];
}
