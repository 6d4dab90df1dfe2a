namespace Restate.Actors.Chaos.Driver.Faults;

/// <summary>One planned fault.</summary>
/// <param name="At">When, since the load began.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Pick">To which process or connection, from 0 to 1.</param>
/// <param name="Place">Where in a frame, from 0 to 1; and which way, and how a connection is closed.</param>
/// <param name="Length">How long something is down, frozen or held back.</param>
internal sealed record Fault(TimeSpan At, FaultKind Kind, double Pick, double Place, TimeSpan Length);
