namespace Restate.Actors.Tests.Integration.Survival;

/// <summary>A workflow whose steps leave traces in a file, which outlives its process.</summary>
public interface IExpedition : IWorkflow
{
    [WorkflowRun]
    Task<string> RunAsync(string journal);

    [Shared]
    Task ContinueAsync(string camp);
}
