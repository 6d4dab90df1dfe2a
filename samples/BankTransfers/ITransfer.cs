using Restate.Actors;

namespace BankTransfers;

/// <summary>A transfer between two accounts: a workflow, so that one id moves its money once, however often it is asked for.</summary>
[Actor("Transfer")]
public interface ITransfer : IWorkflow
{
    /// <summary>Moves the money, or fails with the error of the account that refused. Then no money has moved.</summary>
    [WorkflowRun]
    Task<string> Run(TransferOrder order);
}
