using Restate.Actors;

namespace Template._1.Contracts;

/// <summary>A transfer: a workflow, which runs once per id.</summary>
[Actor("Transfer")]
public interface ITransfer : IWorkflow
{
    /// <summary>Moves money from one account to another and tells the receiver.</summary>
    [WorkflowRun]
    Task<string> Run(TransferOrder order);

    /// <summary>Tells how far it is, at any time.</summary>
    [Shared]
    Task<string> Status();
}
