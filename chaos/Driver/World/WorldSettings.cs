namespace Restate.Actors.Chaos.Driver.World;

/// <param name="Servers">One, or three for a cluster.</param>
/// <param name="Endpoints">How many endpoint processes share the deployment's address.</param>
/// <param name="Variant">How the servers are set.</param>
/// <param name="IsSabotaged">Whether the workload is wrong on purpose.</param>
internal sealed record WorldSettings(int Servers, int Endpoints, ServerVariant Variant, bool IsSabotaged);
