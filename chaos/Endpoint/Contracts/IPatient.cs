namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <summary>Waits for longer than any run, until it is cancelled.</summary>
[Actor("Patient")]
public interface IPatient : IVirtualObject
{
    /// <summary>Marks a counter, waits, and marks it again when it is cancelled.</summary>
    [Exclusive]
    Task Wait(PatientOrder order);

    /// <summary>Returns whether it waits, so that it can be cancelled.</summary>
    [Shared]
    Task<bool> IsWaiting();
}
