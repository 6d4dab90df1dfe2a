using System.Net;
using System.Net.Sockets;
using Restate.Actors.Chaos.Driver.Abuse;
using Restate.Actors.Chaos.Driver.Proxy;
using Xunit;

namespace Restate.Actors.Chaos.Tests.Proxy;

/// <summary>What comes out of the proxy when it interferes.</summary>
public sealed class LinkProxyTests : IAsyncLifetime, IDisposable
{
    private static readonly byte[] First = Http2Bytes.Data(1, [1, 2, 3]);
    private static readonly byte[] Second = Http2Bytes.Data(1, [4]);

    private readonly TcpListener _backend = new(IPAddress.Loopback, 0);
    private readonly TcpClient _client = new();
    private readonly List<(InterferenceKind Kind, string Place)> _reports = [];
    private LinkProxy? _proxy;
    private Socket? _server;

    public async Task InitializeAsync()
    {
        _backend.Start();
        _proxy = new LinkProxy(
            [((IPEndPoint)_backend.LocalEndpoint).Port], static _ => new Http2Framing(isClientSide: false), (kind, place) => _reports.Add((kind, place)));
        _proxy.Start();
        await _client.ConnectAsync(IPAddress.Loopback, _proxy.Port);
        _server = await _backend.AcceptSocketAsync();

        // A frame that comes through shows that the connection can be interfered with.
        await _client.Client.SendAsync(Second);
        await ReadAsync(_server, Second.Length);
    }

    [Fact]
    public async Task NoInterference_BothWays_AllPassesAndTheEndToo()
    {
        await _client.Client.SendAsync((byte[])[.. First, .. Second]);
        await _server!.SendAsync(Second);
        var back = await ReadAsync(_client.Client, Second.Length);
        _client.Client.Shutdown(SocketShutdown.Send);

        Assert.Equal(Second, back);
        Assert.Equal((byte[])[.. First, .. Second], await ReadToEndAsync(_server));
        Assert.Empty(_reports);
    }

    [Fact]
    public async Task CutAfter_TwoFrames_FirstPassesThenBothSidesAreClosed()
    {
        Interfere(Direction.Forward, InterferenceKind.CutAfter, 0);

        await _client.Client.SendAsync((byte[])[.. First, .. Second]);

        Assert.Equal(First, await ReadToEndAsync(_server!));
        Assert.Empty(await ReadToEndAsync(_client.Client));
        Assert.Equal([(InterferenceKind.CutAfter, "connection 1 forward, DATA of stream 1, 3 bytes")], _reports);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 6)]
    [InlineData(0.999, 11)]
    public async Task CutInside_WayBack_PartOfTheFramePasses(double place, int passed)
    {
        Interfere(Direction.Back, InterferenceKind.CutInside, place);

        await _server!.SendAsync(First);

        Assert.Equal(First[..passed], await ReadToEndAsync(_client.Client));
    }

    [Theory]
    [InlineData(InterferenceKind.DelayBefore)]
    [InlineData(InterferenceKind.DelayInside)]
    public async Task Delay_TwoFrames_AllPassesInOrder(object kind)
    {
        Interfere(Direction.Forward, (InterferenceKind)kind, 0.5);

        await _client.Client.SendAsync((byte[])[.. First, .. Second]);

        Assert.Equal((byte[])[.. First, .. Second], await ReadAsync(_server!, First.Length + Second.Length));
        Assert.Equal((InterferenceKind)kind, Assert.Single(_reports).Kind);
    }

    [Fact]
    public async Task Calm_BeforeItHappens_NothingHappens()
    {
        Interfere(Direction.Forward, InterferenceKind.CutAfter, 0);
        _proxy!.Calm();

        await _client.Client.SendAsync((byte[])[.. First, .. Second]);

        Assert.Equal((byte[])[.. First, .. Second], await ReadAsync(_server!, First.Length + Second.Length));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _client.Dispose();
        _server?.Dispose();
        _proxy?.Dispose();
        _backend.Dispose();
    }

    private void Interfere(Direction direction, InterferenceKind kind, double place) =>
        Assert.True(_proxy!.Interfere(0, direction, new Interference(kind, place, TimeSpan.FromMilliseconds(20), IsReset: false)));

    private static async Task<byte[]> ReadAsync(Socket socket, int length)
    {
        var bytes = new byte[length];
        await using var stream = new NetworkStream(socket, ownsSocket: false);
        await stream.ReadExactlyAsync(bytes).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        return bytes;
    }

    private static async Task<byte[]> ReadToEndAsync(Socket socket)
    {
        var all = new MemoryStream();
        await using var stream = new NetworkStream(socket, ownsSocket: false);
        await stream.CopyToAsync(all).WaitAsync(TimeSpan.FromSeconds(30));
        return all.ToArray();
    }
}
