namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>An invocation that the server holds though all should be over.</summary>
internal sealed record LeftInvocation(string Id, string Target, string Status, long RetryCount, string? LastFailure);
