namespace Restate.Actors.Chaos.Driver.Proxy;

/// <summary>What is done to the next unit of one direction of a connection.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Place">Where in the unit, from 0 to 1, for what happens inside.</param>
/// <param name="Delay">How long it is held, for what delays.</param>
/// <param name="IsReset">Whether a cut is a TCP reset; otherwise both sides are closed in order.</param>
internal sealed record Interference(InterferenceKind Kind, double Place, TimeSpan Delay, bool IsReset);
