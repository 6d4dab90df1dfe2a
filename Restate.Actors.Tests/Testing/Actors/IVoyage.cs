namespace Restate.Actors.Tests.Testing.Actors;

[Actor("Testing.Voyage")]
public interface IVoyage : IWorkflow
{
    [WorkflowRun]
    Task<string> RunAsync(int days, CancellationToken cancellationToken = default);

    [Shared]
    Task ConfirmAsync(string by);

    [Shared]
    Task<string> StatusAsync();
}
