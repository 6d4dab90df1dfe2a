namespace Subscription;

/// <summary>What a member pays.</summary>
/// <param name="Name">How it is called on the invoice.</param>
/// <param name="Price">For one period.</param>
/// <param name="RetryAfter">When a refused card is tried again.</param>
/// <param name="Period">How long a period is; <see langword="null"/> for the calendar month.</param>
public sealed record Plan(string Name, decimal Price, TimeSpan RetryAfter, TimeSpan? Period = null);
