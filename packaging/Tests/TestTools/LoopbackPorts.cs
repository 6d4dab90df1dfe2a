using System.Net;
using System.Net.Sockets;

namespace Restate.Actors.Packaging.Tests.TestTools;

/// <summary>Picks ports that are free on loopback.</summary>
internal static class LoopbackPorts
{
    /// <summary>Picks distinct free ports. Another process may take one meanwhile.</summary>
    public static int[] Pick(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        try
        {
            return [.. listeners.Select(Open)];
        }
        finally
        {
            Array.ForEach(listeners, listener => listener.Dispose());
        }
    }

    private static int Open(TcpListener listener)
    {
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
