using Restate.Actors;

namespace TicketReservation.Actors;

/// <summary>The checkout of one visitor: a workflow, so that one id is paid once.</summary>
[Actor("Checkout")]
public interface ICheckout : IWorkflow
{
    [WorkflowRun]
    Task<Tickets> Run(CheckoutRequest request);
}
