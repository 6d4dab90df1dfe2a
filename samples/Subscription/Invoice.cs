namespace Subscription;

public sealed record Invoice(DateTimeOffset Date, string Plan, decimal Amount);
