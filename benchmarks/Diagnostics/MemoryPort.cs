using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Restate.Actors.Benchmarks.Diagnostics;

/// <summary>Tells the driver, on a loopback port of its own, what the process holds and what it has allocated. Does nothing while nobody asks.</summary>
internal static class MemoryPort
{
    /// <summary>Listens on the port that the environment variable <c>MEMORY_PORT</c> names, if it is set.</summary>
    public static void Start()
    {
        if (Environment.GetEnvironmentVariable("MEMORY_PORT") is not { } port)
        {
            return;
        }

        var listener = new TcpListener(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture));
        listener.Start();
        new Thread(() => Serve(listener)) { IsBackground = true, Name = "Memory port" }.Start();
    }

    private static void Serve(TcpListener listener)
    {
        while (true)
        {
            using var client = listener.AcceptTcpClient();
            using var reader = new StreamReader(client.GetStream());
            using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true };
            while (reader.ReadLine() is { } question)
            {
                if (question == "collect")
                {
                    Collect();
                }

                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(forceFullCollection: false)} {GC.GetTotalAllocatedBytes(precise: true)}"));
            }
        }
    }

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
    }
}
