namespace Restate.Actors.Tests.TestTools;

/// <summary>Picks ports that are free on loopback.</summary>
public static class LoopbackPorts
{
    /// <summary>Picks distinct free ports, for servers which must be told their port beforehand. Another process may take one meanwhile.</summary>
    public static int[] Pick(int count) => Restate.Actors.Testing.Internal.RealServer.LoopbackPorts.Pick(count);
}
