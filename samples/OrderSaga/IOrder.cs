using Restate.Actors;

namespace OrderSaga;

/// <summary>An order: stock, payment and shipment, all or nothing.</summary>
[Actor("Order")]
public interface IOrder : IWorkflow
{
    /// <summary>Carries out the order. Fails, or is cancelled, only after everything that was done is undone.</summary>
    /// <returns>The number of the parcel.</returns>
    [WorkflowRun]
    Task<string> Run(OrderRequest request, CancellationToken cancellationToken = default);

    [Shared]
    Task<string> Status();
}
