namespace Restate.Actors.Tests.Integration.Actors;

public interface IOrder : IWorkflow
{
    /// <summary>Charges, waits until somebody approves, ships.</summary>
    [WorkflowRun]
    Task<string> RunAsync(string article, CancellationToken cancellationToken = default);

    [Shared]
    Task ApproveAsync(string by);

    [Shared]
    Task RefuseAsync(string reason);

    [Shared]
    Task<string> StatusAsync();

    [Shared]
    Task<string?> ApprovedByAsync();

    [Shared]
    Task<string> WaitForApprovalAsync();

    [Shared]
    Task<string> ApproveTwiceAsync();
}
