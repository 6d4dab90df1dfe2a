namespace Restate.Actors.Dashboard.Tests.Actors;

[Actor("Delivery")]
public interface IDelivery : IWorkflow
{
    [WorkflowRun]
    Task<string> Run(string article);

    [Shared]
    Task Sign(string name);
}
