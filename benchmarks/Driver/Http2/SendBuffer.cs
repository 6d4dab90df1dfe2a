using System.Buffers.Binary;
using System.Net.Sockets;

namespace Restate.Actors.Benchmarks.Driver.Http2;

/// <summary>Collects frames, so that all that one read causes leaves in one write.</summary>
internal sealed class SendBuffer
{
    private const int FrameHeader = 9;

    private byte[] _bytes = new byte[64 * 1024];
    private int _length;

    public void Frame(byte type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        var span = Take(FrameHeader + payload.Length);
        span[0] = (byte)(payload.Length >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)payload.Length);
        span[3] = type;
        span[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(span[5..], stream);
        payload.CopyTo(span[FrameHeader..]);
    }

    public void WindowUpdate(int stream, int increment)
    {
        Span<byte> payload = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(payload, increment);
        Frame(FrameTypes.WindowUpdate, 0, stream, payload);
    }

    public void Preface(int streamWindow, int connectionWindow)
    {
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.CopyTo(Take(24));
        Span<byte> settings = stackalloc byte[12];
        BinaryPrimitives.WriteUInt16BigEndian(settings, 2); // ENABLE_PUSH = 0
        BinaryPrimitives.WriteUInt16BigEndian(settings[6..], 4); // INITIAL_WINDOW_SIZE
        BinaryPrimitives.WriteInt32BigEndian(settings[8..], streamWindow);
        Frame(FrameTypes.Settings, 0, 0, settings);
        WindowUpdate(0, connectionWindow - 65535);
    }

    public void SendTo(Socket socket)
    {
        for (var sent = 0; sent < _length;)
        {
            sent += socket.Send(_bytes.AsSpan(sent, _length - sent));
        }

        _length = 0;
    }

    private Span<byte> Take(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }

        var span = _bytes.AsSpan(_length, count);
        _length += count;
        return span;
    }
}
