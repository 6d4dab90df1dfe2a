using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Restate.Actors.Benchmarks.Driver.Targets;

/// <summary>Asks a .NET endpoint for its managed memory.</summary>
internal sealed class MemoryClient : IDisposable
{
    private readonly TcpClient _client;
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;

    private MemoryClient(TcpClient client)
    {
        _client = client;
        _reader = new StreamReader(client.GetStream());
        _writer = new StreamWriter(client.GetStream()) { AutoFlush = true };
    }

    /// <summary>Connects to an endpoint that has started.</summary>
    /// <returns><see langword="null"/> if it has no such port.</returns>
    public static MemoryClient? Connect(int port)
    {
        var client = new TcpClient { NoDelay = true, ReceiveTimeout = 60_000 };
        try
        {
            client.Connect(IPAddress.Loopback, port);
            return new MemoryClient(client);
        }
        catch (SocketException)
        {
            client.Dispose();
            return null;
        }
    }

    /// <summary>Gets the bytes that were allocated since the start.</summary>
    public long ReadAllocated() => Ask("read").Allocated;

    /// <summary>Collects all garbage and gives free memory back, then gets the bytes that are held.</summary>
    public long CollectAndReadHeld() => Ask("collect").Held;

    public void Dispose()
    {
        _reader.Dispose();
        _writer.Dispose();
        _client.Dispose();
    }

    private (long Held, long Allocated) Ask(string question)
    {
        _writer.WriteLine(question);
        var answer = (_reader.ReadLine() ?? throw new IOException("The endpoint has closed its memory port.")).Split(' ');
        return (long.Parse(answer[0], CultureInfo.InvariantCulture), long.Parse(answer[1], CultureInfo.InvariantCulture));
    }
}
