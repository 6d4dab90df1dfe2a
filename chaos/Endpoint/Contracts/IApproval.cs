namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <summary>Asks somebody outside and waits for the answer.</summary>
[Actor("Approval")]
public interface IApproval : IVirtualObject
{
    [Exclusive]
    Task<string> Ask();

    /// <summary>Returns the id of the awakeable that is waited for, or null.</summary>
    [Shared]
    Task<string?> Pending();

    /// <summary>Returns all answers that were received.</summary>
    [Shared]
    Task<IReadOnlyList<string>> Answers();
}
