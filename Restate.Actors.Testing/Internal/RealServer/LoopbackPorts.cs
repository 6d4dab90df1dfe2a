using System.Net;
using System.Net.Sockets;

namespace Restate.Actors.Testing.Internal.RealServer;

/// <summary>Picks ports that are free on loopback.</summary>
internal static class LoopbackPorts
{
    /// <summary>Picks distinct free ports, for servers which must be told their port beforehand.</summary>
    /// <remarks>
    /// Below the range from which the system takes the ports of outgoing connections: such a connection could hold the port of a server that is
    /// started a second time. Another process may still take a port before it is used, so callers try again.
    /// </remarks>
    public static int[] Pick(int count)
    {
        var ports = new HashSet<int>();
        while (ports.Count < count)
        {
            var port = Random.Shared.Next(10_000, 32_000);
            if (IsFree(port))
            {
                ports.Add(port);
            }
        }

        return [.. ports];
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
