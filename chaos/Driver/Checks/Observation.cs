using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>What is found when all is over. The checks look at nothing else.</summary>
internal sealed record Observation
{
    /// <summary>Gets what each account holds.</summary>
    public required IReadOnlyDictionary<string, Statement> Accounts { get; init; }

    /// <summary>Gets the marks of each counter.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Counters { get; init; }

    /// <summary>Gets the answers that each approval has received.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Approvals { get; init; }

    /// <summary>Gets the ticks of each alarm.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<AlarmTick>> Alarms { get; init; }

    /// <summary>Gets the keys that did not answer an exclusive call.</summary>
    public required IReadOnlyList<string> StuckKeys { get; init; }

    /// <summary>Gets the invocations that have not ended.</summary>
    public required IReadOnlyList<LeftInvocation> Left { get; init; }

    /// <summary>Gets the failures with which invocations have ended.</summary>
    public required IReadOnlyList<FailedInvocations> Failed { get; init; }

    /// <summary>Gets the idempotency keys that did not hold.</summary>
    public required IReadOnlyList<RepeatedKey> Repeated { get; init; }

    /// <summary>Gets how many invocations the server knows.</summary>
    public required long Invocations { get; init; }

    /// <summary>Gets the endpoint processes.</summary>
    public required IReadOnlyList<EndpointRemains> Endpoints { get; init; }
}
