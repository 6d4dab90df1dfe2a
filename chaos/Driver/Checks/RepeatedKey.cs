namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>An idempotency key of the driver with which more than one invocation was made.</summary>
internal sealed record RepeatedKey(string Target, string IdempotencyKey, long Count);
