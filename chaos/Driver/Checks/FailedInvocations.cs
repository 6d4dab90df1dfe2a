namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>How many invocations of a handler ended with one failure.</summary>
internal sealed record FailedInvocations(string Service, string Handler, string Failure, long Count);
