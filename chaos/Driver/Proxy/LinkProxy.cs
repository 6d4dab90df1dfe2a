using System.Net;
using System.Net.Sockets;

namespace Restate.Actors.Chaos.Driver.Proxy;

/// <summary>A TCP proxy on loopback that spreads connections over several ports and breaks them on request.</summary>
/// <param name="backends">The ports behind it. A connection takes the next one, or another one if that does not listen.</param>
/// <param name="createFraming">Creates the framing of the forward direction (true) or of the way back of a connection.</param>
/// <param name="report">Told of each interference that has happened, and where.</param>
internal sealed class LinkProxy(IReadOnlyList<int> backends, Func<bool, IFraming> createFraming, Action<InterferenceKind, string> report) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Link> _links = [];
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _accepted;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Gets how many connections were made.</summary>
    public int Accepted => _accepted;

    public void Start()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Interferes with one of the open connections.</summary>
    /// <param name="pick">Which one, from 0 to 1.</param>
    /// <param name="direction">Which way.</param>
    /// <param name="interference">What happens to its next unit.</param>
    /// <returns>Whether there is a connection.</returns>
    public bool Interfere(double pick, Direction direction, Interference interference)
    {
        Link link;
        lock (_lock)
        {
            if (_links.Count == 0)
            {
                return false;
            }

            link = _links[(int)(pick * _links.Count)];
        }

        link.Interfere(direction, interference);
        return true;
    }

    /// <summary>Forgets interferences that have not happened.</summary>
    public void Calm()
    {
        foreach (var link in Links())
        {
            link.Calm();
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var link in Links())
        {
            link.Dispose();
        }
    }

    private Link[] Links()
    {
        lock (_lock)
        {
            return [.. _links];
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync());
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The listener was closed.
        }
    }

    private async Task ServeAsync(Socket near)
    {
        var number = Interlocked.Increment(ref _accepted);
        if (await ConnectAsync(number) is not { } far)
        {
            near.Dispose();
            return;
        }

        near.NoDelay = true;
        using var link = new Link(near, far, createFraming, (kind, place) => report(kind, $"connection {number} {place}"));
        lock (_lock)
        {
            _links.Add(link);
        }

        await link.RunAsync();
        lock (_lock)
        {
            _links.Remove(link);
        }
    }

    private async Task<Socket?> ConnectAsync(int number)
    {
        for (var attempt = 0; attempt < backends.Count; attempt++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, backends[(number + attempt) % backends.Count]);
                return socket;
            }
            catch (SocketException)
            {
                socket.Dispose();
            }
        }

        return null;
    }
}
