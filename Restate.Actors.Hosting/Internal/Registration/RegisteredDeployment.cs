namespace Restate.Actors.Hosting.Internal.Registration;

/// <summary>What the server answered to a registration; the rest of the answer is not read.</summary>
internal sealed record RegisteredDeployment(string Id, IReadOnlyList<RegisteredService> Services);
