using System.Buffers;
using System.Runtime.InteropServices;

namespace Restate.Actors.Internal.Protocol;

/// <summary>Cuts the request body into frames, however it is split into chunks.</summary>
/// <param name="maxPayloadLength">Longest payload in bytes that is accepted.</param>
/// <remarks>
/// Bytes are copied out of the transport's buffers at once, also those of an unfinished frame, so that a large message is held once and not
/// a second time in the pipe. Not thread-safe. After an exception the reader must not be used any more.
/// </remarks>
internal sealed class FrameReader(int maxPayloadLength)
{
    private const int LargestPooledPayload = 4 * 1024;
    private const int SmallestChunk = 256;
    private const int LargestChunk = 16 * 1024;
    private const int LargestTrustedLength = 64 * 1024;

    private ulong _headerBytes;
    private int _headerFill;
    private bool _hasHeader;
    private FrameHeader _header;

    private Memory<byte> _chunk;
    private int _lastChunkLength;

    private byte[] _payload = [];
    private int _payloadFill;

    /// <summary>Gets whether a frame has begun and its end is still missing.</summary>
    public bool IsInsideFrame => _hasHeader || _headerFill > 0;

    /// <summary>Takes the next frame from <paramref name="buffer"/>, which is advanced past all bytes that were taken.</summary>
    /// <returns><see langword="false"/> if more bytes are needed; <paramref name="buffer"/> is then empty.</returns>
    /// <exception cref="ProtocolException">The type is unknown or the payload too long.</exception>
    public bool TryRead(ref ReadOnlySequence<byte> buffer, out Frame frame)
    {
        if ((!_hasHeader && !TryReadHeader(ref buffer)) || !TryReadPayload(ref buffer, out var payload))
        {
            frame = default;
            return false;
        }

        frame = new Frame(_header.Type, _header.Flags, payload);
        _hasHeader = false;
        return true;
    }

    private bool TryReadHeader(ref ReadOnlySequence<byte> buffer)
    {
        var first = buffer.FirstSpan;
        if (_headerFill == 0 && first.Length >= FrameHeader.Size)
        {
            _header = FrameHeader.Read(first);
            buffer = buffer.Slice(FrameHeader.Size);
        }
        else
        {
            var count = (int)Math.Min(FrameHeader.Size - _headerFill, buffer.Length);
            var header = MemoryMarshal.AsBytes(new Span<ulong>(ref _headerBytes));
            buffer.Slice(0, count).CopyTo(header[_headerFill..]);
            buffer = buffer.Slice(count);
            _headerFill += count;
            if (_headerFill < FrameHeader.Size)
            {
                return false;
            }

            _header = FrameHeader.Read(header);
            _headerFill = 0;
        }

        Check(_header);
        _hasHeader = true;
        return true;
    }

    private void Check(FrameHeader header)
    {
        if (!header.Type.IsKnown)
        {
            throw new ProtocolException(ErrorCodes.Internal, $"A received message has the unknown type 0x{(ushort)header.Type:X4}.");
        }

        if (header.Length > (uint)maxPayloadLength)
        {
            throw new ProtocolException(
                ErrorCodes.Internal,
                $"The received {header.Type} message has {header.Length} bytes; the limit is {maxPayloadLength} bytes.");
        }
    }

    private bool TryReadPayload(ref ReadOnlySequence<byte> buffer, out ReadOnlyMemory<byte> payload)
    {
        var length = (int)_header.Length;
        if (_payloadFill == 0)
        {
            if (length == 0)
            {
                payload = default;
                return true;
            }

            if (buffer.Length >= length)
            {
                var whole = Allocate(length, buffer.Length);
                buffer.Slice(0, length).CopyTo(whole.Span);
                buffer = buffer.Slice(length);
                payload = whole;
                return true;
            }
        }

        Collect(ref buffer, length);
        if (_payloadFill < length)
        {
            payload = default;
            return false;
        }

        payload = _payload;
        _payload = [];
        _payloadFill = 0;
        return true;
    }

    /// <summary>Carves small payloads out of a chunk that is sized by the bytes at hand, so that short requests take little.</summary>
    private Memory<byte> Allocate(int length, long available)
    {
        if (length > LargestPooledPayload)
        {
            return GC.AllocateUninitializedArray<byte>(length);
        }

        if (length > _chunk.Length)
        {
            var wanted = Math.Max(available, _lastChunkLength * 2L);
            _lastChunkLength = (int)Math.Clamp(wanted, SmallestChunk, LargestChunk);
            _chunk = GC.AllocateUninitializedArray<byte>(Math.Max(_lastChunkLength, length));
        }

        var result = _chunk[..length];
        _chunk = _chunk[length..];
        return result;
    }

    /// <summary>Takes what has arrived. Memory follows the bytes that really come: the claimed length may be a lie.</summary>
    private void Collect(ref ReadOnlySequence<byte> buffer, int length)
    {
        if (buffer.IsEmpty)
        {
            return;
        }

        var count = (int)Math.Min(length - _payloadFill, buffer.Length);
        var needed = _payloadFill + count;
        if (needed > _payload.Length)
        {
            // Once an eighth is there the rest is believed: growing to the end would leave as much garbage as the message is long.
            var doubled = needed >= length / 8 ? length : Math.Max(Math.Max(needed, _payload.Length * 2L), LargestTrustedLength);
            var larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(length, doubled));
            _payload.AsSpan(0, _payloadFill).CopyTo(larger);
            _payload = larger;
        }

        buffer.Slice(0, count).CopyTo(_payload.AsSpan(_payloadFill));
        buffer = buffer.Slice(count);
        _payloadFill = needed;
    }
}
