namespace Restate.Actors.Fuzzing.Actors;

/// <summary>A workflow that does what its input says.</summary>
public interface IJourney : IWorkflow
{
    [WorkflowRun]
    Task<string> Run(byte[] itinerary);

    [Shared]
    Task<string> Ask(byte[] itinerary);
}
