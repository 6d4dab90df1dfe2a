namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <summary>A saga: pays a seller, waits for a confirmation from outside, and pays back when it fails.</summary>
[Actor("Booking")]
public interface IBooking : IWorkflow
{
    static readonly PromiseName<bool> Confirmed = new("confirmed");

    /// <summary>Returns the token of its postings, or fails with 402 (card), 410 (declined) or 422 (too little money).</summary>
    [WorkflowRun]
    Task<string> Run(BookingOrder order);

    [Shared]
    Task Confirm(bool isConfirmed);
}
