using System.Buffers.Binary;
using System.Net.Sockets;

namespace Restate.Actors.Benchmarks.Driver.Http2;

/// <summary>Collects what comes on a connection and cuts it into HTTP/2 frames.</summary>
internal sealed class ReceiveBuffer
{
    private const int FrameHeader = 9;

    private byte[] _bytes = new byte[256 * 1024];
    private int _length;

    /// <summary>Takes one frame.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="flags">Its flags.</param>
    /// <param name="streamId">Its stream; 0 for the connection.</param>
    /// <param name="payload">Its payload, valid until the call returns.</param>
    public delegate void TakeFrame(byte type, byte flags, int streamId, ReadOnlyMemory<byte> payload);

    /// <summary>Waits for bytes and hands over the frames that are whole.</summary>
    /// <returns><see langword="false"/> if the other side has closed the connection.</returns>
    public bool Receive(Socket socket, TakeFrame take)
    {
        if (_length == _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        var count = socket.Receive(_bytes.AsSpan(_length));
        if (count == 0)
        {
            return false;
        }

        _length += count;
        var start = 0;
        while (_length - start >= FrameHeader)
        {
            var header = _bytes.AsSpan(start);
            var length = (header[0] << 16) | BinaryPrimitives.ReadUInt16BigEndian(header[1..]);
            if (_length - start < FrameHeader + length)
            {
                break;
            }

            take(header[3], header[4], BinaryPrimitives.ReadInt32BigEndian(header[5..]) & int.MaxValue, _bytes.AsMemory(start + FrameHeader, length));
            start += FrameHeader + length;
        }

        _bytes.AsSpan(start, _length - start).CopyTo(_bytes);
        _length -= start;
        return true;
    }
}
