namespace Restate.Actors.Tests.Testing.Differential;

/// <summary>A workflow that executes programs.</summary>
[Actor("Testing.MachineFlow")]
public interface IMachineFlow : IWorkflow
{
    [WorkflowRun]
    Task<string> RunAsync(Op[] program);

    [Shared]
    Task ResolveAsync(string name, string value);

    [Shared]
    Task RejectAsync(string name, string message);
}
