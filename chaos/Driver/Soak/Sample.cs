using Restate.Actors.Chaos.Endpoint.Figures;

namespace Restate.Actors.Chaos.Driver.Soak;

/// <summary>What the endpoint holds at one time.</summary>
/// <param name="At">The time since the load began.</param>
/// <param name="Rate">Operations per second since the sample before.</param>
/// <param name="Figures">What it holds.</param>
internal sealed record Sample(TimeSpan At, double Rate, ProcessFigures Figures);
