namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <summary>One change of an account.</summary>
/// <param name="Operation">The id of the operation, with what it did as a suffix.</param>
/// <param name="Amount">What was added; negative for what was taken.</param>
/// <param name="Token">The result of the operation's first step, which differs in each execution of the step: only the recorded one may be seen.</param>
public sealed record Posting(string Operation, long Amount, string Token);
