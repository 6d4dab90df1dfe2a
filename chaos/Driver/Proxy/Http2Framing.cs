using System.Buffers;

namespace Restate.Actors.Chaos.Driver.Proxy;

/// <summary>One direction of an HTTP/2 connection: the preface of the client, then frames.</summary>
internal sealed class Http2Framing(bool isClientSide) : IFraming
{
    private const int PrefaceLength = 24;
    private const int HeaderLength = 9;

    private static readonly string[] TypeNames =
        ["DATA", "HEADERS", "PRIORITY", "RST_STREAM", "SETTINGS", "PUSH_PROMISE", "PING", "GOAWAY", "WINDOW_UPDATE", "CONTINUATION"];

    private bool _isPrefaceNext = isClientSide;

    public long? FirstUnit(ReadOnlySequence<byte> buffer)
    {
        if (_isPrefaceNext)
        {
            return buffer.Length < PrefaceLength ? null : PrefaceLength;
        }

        if (buffer.Length < HeaderLength)
        {
            return null;
        }

        Span<byte> header = stackalloc byte[HeaderLength];
        buffer.Slice(0, HeaderLength).CopyTo(header);
        var length = HeaderLength + ((header[0] << 16) | (header[1] << 8) | header[2]);
        return buffer.Length < length ? null : length;
    }

    public void Advance() => _isPrefaceNext = false;

    public string Describe(ReadOnlySequence<byte> buffer)
    {
        if (_isPrefaceNext)
        {
            return "the preface";
        }

        Span<byte> header = stackalloc byte[HeaderLength];
        buffer.Slice(0, HeaderLength).CopyTo(header);
        var stream = ((header[5] & 0x7f) << 24) | (header[6] << 16) | (header[7] << 8) | header[8];
        var type = header[3] < TypeNames.Length ? TypeNames[header[3]] : $"frame {header[3]}";
        return $"{type} of stream {stream}, {(header[0] << 16) | (header[1] << 8) | header[2]} bytes";
    }
}
