using Restate.Actors;

namespace Subscription;

/// <summary>The membership of one customer, who pays at the end of each period.</summary>
[Actor("Membership")]
public interface IMembership : IVirtualObject
{
    /// <summary>Begins a membership, or changes the plan of one. Also ends a suspension.</summary>
    [Exclusive]
    Task Begin(Plan plan);

    [Exclusive]
    Task End();

    /// <summary>none, active, overdue or suspended.</summary>
    [Shared]
    Task<string> Status();

    [Shared]
    Task<IReadOnlyList<Invoice>> Invoices();

    [Shared]
    Task<DateTimeOffset?> NextPayment();
}
