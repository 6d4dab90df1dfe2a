using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Restate.Actors.Benchmarks.Driver.Peer;
using Restate.Actors.Benchmarks.Driver.Scenarios;

namespace Restate.Actors.Benchmarks.Driver.Http2;

/// <summary>A closed loop of invocations on one HTTP/2 connection: one thread, windows and frame sizes of the real server.</summary>
internal sealed class LoadConnection : IDisposable
{
    private const int StreamWindow = 2 * 1024 * 1024;
    private const int ConnectionWindow = 5 * 1024 * 1024;
    private const int LargestFrame = 16 * 1024;
    private const int NoError = 0;

    /// <summary>How many messages of a stream the server puts into one write.</summary>
    private const int MessagesPerWrite = 128;

    /// <summary>For how long the end of a request may be held back: as long as nothing comes for a millisecond.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1);

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000 };
    private readonly SendBuffer _out = new();
    private readonly ReceiveBuffer _in = new();
    private readonly byte[][] _opening;
    private readonly List<ClientStream> _sending = [];
    private readonly List<ClientStream> _toEnd = [];
    private readonly RequestHeaders _headers;
    private readonly Dictionary<int, ClientStream> _streams = [];
    private readonly Scenario _scenario;
    private readonly List<double> _latencies = new(100_000);
    private int _nextId = 1;
    private int _connectionSendWindow = 65535;
    private int _initialSendWindow = 65535;
    private int _unacknowledged;
    private int _begun;
    private bool _isStopping;

    public LoadConnection(int port, Scenario scenario)
    {
        _scenario = scenario;
        _opening = scenario.Opening();
        _headers = new RequestHeaders($"/invoke/{scenario.Path}", $"127.0.0.1:{port}");
        _socket.Connect(IPAddress.Loopback, port);
    }

    /// <summary>Gets the microseconds of each invocation.</summary>
    public IReadOnlyList<double> Latencies => _latencies;

    /// <summary>Gets or sets what to call with bytes sent and bytes received, when somebody wants to see the rhythm.</summary>
    public Action<int, ReadOnlyMemory<byte>>? Observe { get; set; }

    /// <summary>Gets or sets where to count streams that are not ended in good order. Then the end of each request is sent a moment after the end of its response was read.</summary>
    /// <value><see langword="null"/> by default: such a stream is an error, and the request ends at once.</value>
    public CloseCount? Closes { get; set; }

    /// <summary>Runs invocations until the time is over or the number is reached, and waits for those that are open.</summary>
    public void Run(TimeSpan duration, int streams, int limit = int.MaxValue)
    {
        Start(Math.Min(streams, limit));
        var watch = Stopwatch.StartNew();
        while (_streams.Count > 0)
        {
            Pump();
            _isStopping = watch.Elapsed >= duration || _latencies.Count + _streams.Count >= limit;
        }

        _out.SendTo(_socket);
    }

    /// <summary>Opens invocations and waits until each has asked for what it cannot go on without; they get it with <see cref="Release"/>.</summary>
    public void Hold(int streams)
    {
        Start(streams);
        while (!_streams.Values.All(stream => stream.Peer.IsHolding))
        {
            Pump();
        }
    }

    /// <summary>Lets the invocations that were held end.</summary>
    public void Release()
    {
        _isStopping = true;
        foreach (var stream in _streams.Values)
        {
            stream.Peer.Release(stream.Enqueue);
            SendLater(stream);
        }

        while (_streams.Count > 0)
        {
            Pump();
        }

        _out.SendTo(_socket);
    }

    public void Dispose() => _socket.Dispose();

    private void Start(int streams)
    {
        _out.Preface(StreamWindow, ConnectionWindow);
        _out.SendTo(_socket);
        ReceiveOnce(); // The settings of the endpoint.
        for (var i = 0; i < streams; i++)
        {
            Begin(new ClientStream(new ServerPeer(_scenario)));
        }
    }

    private void Pump()
    {
        Send();
        if (_toEnd.Count > 0 && !_socket.Poll(Patience, SelectMode.SelectRead))
        {
            EndRequests();
            _out.SendTo(_socket);
        }

        ReceiveOnce();
    }

    private void Begin(ClientStream stream)
    {
        stream.Begin(_nextId, _initialSendWindow, Stopwatch.GetTimestamp());
        _nextId += 2;
        _begun++;
        _streams.Add(stream.Id, stream);
        _out.Frame(FrameTypes.Headers, FrameTypes.EndHeaders, stream.Id, _headers.Next());
        foreach (var message in _scenario.HasManyKeys ? _scenario.Opening(_begun - 1) : _opening)
        {
            stream.Enqueue(message);
        }

        _sending.Add(stream);
    }

    // Writes as the server does: each message in a frame of its own, those of several streams in turns, and of each stream no more than a share at once.
    private void Send()
    {
        do
        {
            FillWrite();
            _out.SendTo(_socket);
        }
        while (_sending.Any(stream => LimitOf(stream) > 0) && !_socket.Poll(0, SelectMode.SelectRead));
    }

    private void FillWrite()
    {
        _sending.ForEach(stream => stream.Share = MessagesPerWrite);
        for (var hasSent = true; hasSent;)
        {
            hasSent = false;
            for (var i = 0; i < _sending.Count; i++)
            {
                var stream = _sending[i];
                var limit = LimitOf(stream);
                if (limit > 0 && stream.Share > 0)
                {
                    SendPiece(stream, limit);
                    hasSent = true;
                }

                if (!stream.HasWaiting)
                {
                    _sending.RemoveAt(i--);
                }
            }
        }
    }

    private int LimitOf(ClientStream stream) => Math.Min(Math.Min(stream.SendWindow, _connectionSendWindow), LargestFrame);

    private void SendPiece(ClientStream stream, int limit)
    {
        var piece = stream.TakeUpTo(limit);
        stream.SendWindow -= piece.Length;
        _connectionSendWindow -= piece.Length;
        _out.Frame(FrameTypes.Data, 0, stream.Id, piece);
        Observe?.Invoke(piece.Length, default);
    }

    private void ReceiveOnce()
    {
        if (!_in.Receive(_socket, Take))
        {
            throw new IOException($"{_scenario.Name}: the endpoint closed the connection with {_streams.Count} open invocations.");
        }
    }

    private void Take(byte type, byte flags, int id, ReadOnlyMemory<byte> payload)
    {
        switch (type)
        {
            case FrameTypes.Data:
                TakeData(id, payload, (flags & FrameTypes.EndStream) != 0);
                break;
            case FrameTypes.Headers:
                TakeHeaders(id, payload.Span, (flags & FrameTypes.EndStream) != 0);
                break;
            case FrameTypes.Settings when (flags & FrameTypes.Ack) == 0:
                TakeSettings(payload.Span);
                break;
            case FrameTypes.Ping when (flags & FrameTypes.Ack) == 0:
                _out.Frame(FrameTypes.Ping, FrameTypes.Ack, 0, payload.Span);
                break;
            case FrameTypes.WindowUpdate:
                TakeWindow(id, BinaryPrimitives.ReadInt32BigEndian(payload.Span) & int.MaxValue);
                break;
            case FrameTypes.ResetStream when Closes is not null:
                TakeReset(id, BinaryPrimitives.ReadInt32BigEndian(payload.Span));
                break;
            case FrameTypes.ResetStream:
                throw new IOException($"{_scenario.Name}: the endpoint reset a stream, code {BinaryPrimitives.ReadInt32BigEndian(payload.Span)}.");
            case FrameTypes.GoAway:
                throw new IOException($"{_scenario.Name}: the endpoint ends the connection, code {BinaryPrimitives.ReadInt32BigEndian(payload.Span[4..])}.");
            default:
                break;
        }
    }

    private void TakeHeaders(int id, ReadOnlySpan<byte> block, bool isEnd)
    {
        while ((block[0] & 0xE0) == 0x20)
        {
            block = block[1..]; // The size of the dynamic table.
        }

        if (_streams.TryGetValue(id, out var stream) && !stream.HasResponse)
        {
            if (block[0] != 0x88)
            {
                throw new InvalidDataException($"{_scenario.Name}: the response has not status 200.");
            }

            stream.HasResponse = true;
        }

        if (isEnd)
        {
            TakeData(id, default, isEnd);
        }
    }

    private void TakeData(int id, ReadOnlyMemory<byte> payload, bool isEnd)
    {
        var stream = _streams[id];
        Acknowledge(stream, payload.Length);
        if (!payload.IsEmpty)
        {
            Observe?.Invoke(0, payload);
            stream.Peer.Receive(payload.Span, stream.Enqueue);
            SendLater(stream);
            if (stream.Peer.HasEnded && !stream.HasEndedRequest)
            {
                stream.HasEndedRequest = true;
                if (Closes is null)
                {
                    EndRequest(stream);
                }
                else
                {
                    _toEnd.Add(stream);
                }
            }
        }

        stream.HasEndedResponse = isEnd;

        // An endpoint that ends its side first may reset the stream next; whoever counts that waits for it.
        if (isEnd && !_toEnd.Contains(stream))
        {
            End(stream);
        }
    }

    private void SendLater(ClientStream stream)
    {
        if (stream.HasWaiting && !_sending.Contains(stream))
        {
            _sending.Add(stream);
        }
    }

    private void EndRequest(ClientStream stream) => _out.Frame(FrameTypes.Data, FrameTypes.EndStream, stream.Id, default);

    private void EndRequests()
    {
        foreach (var stream in _toEnd)
        {
            EndRequest(stream);
            if (stream.HasEndedResponse)
            {
                End(stream);
            }
        }

        _toEnd.Clear();
    }

    private void TakeReset(int id, int code)
    {
        if (!_streams.TryGetValue(id, out var stream))
        {
            return; // Both sides had ended.
        }

        _toEnd.Remove(stream);
        _sending.Remove(stream);
        if (code == NoError && stream.Peer.HasEnded)
        {
            Closes!.Resets++;
            End(stream);
            return;
        }

        Closes!.Broken++;
        _streams.Remove(stream.Id);
        if (!_isStopping)
        {
            Begin(new ClientStream(new ServerPeer(_scenario)));
        }
    }

    private void End(ClientStream stream)
    {
        if (!stream.Peer.HasEnded)
        {
            throw new InvalidDataException($"{_scenario.Name}: the response ended without End.");
        }

        _latencies.Add(Stopwatch.GetElapsedTime(stream.Started).TotalMicroseconds);
        _streams.Remove(stream.Id);
        _sending.Remove(stream);
        if (!_isStopping)
        {
            Begin(stream);
        }
    }

    private void Acknowledge(ClientStream stream, int count)
    {
        stream.Unacknowledged += count;
        _unacknowledged += count;
        if (stream.Unacknowledged > StreamWindow / 2)
        {
            _out.WindowUpdate(stream.Id, stream.Unacknowledged);
            stream.Unacknowledged = 0;
        }

        if (_unacknowledged > ConnectionWindow / 2)
        {
            _out.WindowUpdate(0, _unacknowledged);
            _unacknowledged = 0;
        }
    }

    private void TakeSettings(ReadOnlySpan<byte> settings)
    {
        for (; settings.Length >= 6; settings = settings[6..])
        {
            if (BinaryPrimitives.ReadUInt16BigEndian(settings) == 4)
            {
                _initialSendWindow = BinaryPrimitives.ReadInt32BigEndian(settings[2..]);
            }
        }

        _out.Frame(FrameTypes.Settings, FrameTypes.Ack, 0, default);
    }

    private void TakeWindow(int id, int increment)
    {
        if (id == 0)
        {
            _connectionSendWindow += increment;
        }
        else if (_streams.TryGetValue(id, out var stream))
        {
            stream.SendWindow += increment;
        }
    }
}
