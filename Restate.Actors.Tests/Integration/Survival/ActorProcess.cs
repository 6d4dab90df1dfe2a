using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Survival;

/// <summary>The actors of this folder in a process of their own, which a test can kill.</summary>
public static class ActorProcess
{
    /// <summary>The entry point of this assembly when it is not run by a test runner.</summary>
    /// <param name="arguments">The port.</param>
    public static async Task Main(string[] arguments)
    {
        var port = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        await using var host = await ActorHost.StartAsync(ActorHostSettings.Of(typeof(Expedition)) with { Port = port });
        await host.WaitForShutdownAsync();
    }

    /// <summary>Starts a process and returns when it listens.</summary>
    public static async Task<ChildProcess> StartAsync(int port)
    {
        string[] arguments = ["exec", typeof(ActorProcess).Assembly.Location, port.ToString(CultureInfo.InvariantCulture)];
        var process = await ChildProcess.StartAsync(Environment.ProcessPath!, arguments, new Dictionary<string, string>());
        await Eventually.BecomesTrueAsync(() => ListensAsync(port, process));
        return process;
    }

    private static async Task<bool> ListensAsync(int port, ChildProcess process)
    {
        if (process.Exited.IsCompleted)
        {
            throw new InvalidOperationException($"The process ended before it listened: {process.Output}");
        }

        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
