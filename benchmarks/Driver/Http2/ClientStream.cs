using Restate.Actors.Benchmarks.Driver.Peer;

namespace Restate.Actors.Benchmarks.Driver.Http2;

/// <summary>One of the streams that a connection keeps open; when it ends, its place is taken by the next.</summary>
internal sealed class ClientStream(ServerPeer peer)
{
    /// <summary>Messages that wait for window, with the position up to which the first is sent.</summary>
    private readonly Queue<byte[]> _waiting = new();
    private int _sentOfFirst;

    public ServerPeer Peer => peer;

    public int Id { get; private set; }

    public long Started { get; private set; }

    public int SendWindow { get; set; }

    /// <summary>Gets or sets how many messages may still go into the present write.</summary>
    public int Share { get; set; }

    public int Unacknowledged { get; set; }

    public bool HasResponse { get; set; }

    /// <summary>Gets or sets whether the end of the request has been sent.</summary>
    public bool HasEndedRequest { get; set; }

    public bool HasEndedResponse { get; set; }

    public bool HasWaiting => _waiting.Count > 0;

    public void Begin(int id, int window, long now)
    {
        Id = id;
        Started = now;
        SendWindow = window;
        Unacknowledged = 0;
        HasResponse = HasEndedRequest = HasEndedResponse = false;
        _waiting.Clear();
        _sentOfFirst = 0;
        peer.Reset();
    }

    public void Enqueue(byte[] message) => _waiting.Enqueue(message);

    /// <summary>Takes what may be sent of the first waiting message.</summary>
    public ReadOnlySpan<byte> TakeUpTo(int limit)
    {
        var first = _waiting.Peek();
        var piece = first.AsSpan(_sentOfFirst, Math.Min(limit, first.Length - _sentOfFirst));
        _sentOfFirst += piece.Length;
        if (_sentOfFirst == first.Length)
        {
            Share--;
            _waiting.Dequeue();
            _sentOfFirst = 0;
        }

        return piece;
    }
}
