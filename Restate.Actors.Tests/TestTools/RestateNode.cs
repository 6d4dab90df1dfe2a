namespace Restate.Actors.Tests.TestTools;

/// <summary>One node of a cluster.</summary>
/// <param name="ClusterName">The name that all nodes share.</param>
/// <param name="Name">The node's own name.</param>
/// <param name="Port">The port on which the nodes talk to each other.</param>
public sealed record RestateNode(string ClusterName, string Name, int Port);
