using System.Text;

namespace Restate.Actors.Chaos.Driver.Abuse;

/// <summary>What a client of HTTP/2 without TLS writes.</summary>
internal static class Http2Bytes
{
    private const byte EndOfHeaders = 0x04;

    /// <summary>The preface and empty settings.</summary>
    public static byte[] Preface { get; } = [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Frame(type: 4, flags: 0, stream: 0, [])];

    /// <summary>Writes the headers of an attempt.</summary>
    /// <param name="stream">The number of the stream, which is odd.</param>
    /// <param name="path">The path.</param>
    public static byte[] Headers(int stream, string path) => Frame(
        type: 1,
        EndOfHeaders,
        stream,
        [0x83, 0x86, 0x04, .. Text(path), 0x01, .. Text("localhost"), 0x0F, 0x10, .. Text(AttemptBytes.ContentType)]);

    /// <summary>Writes a frame with content.</summary>
    public static byte[] Data(int stream, ReadOnlySpan<byte> content) => Frame(type: 0, flags: 0, stream, content.ToArray());

    private static byte[] Frame(byte type, byte flags, int stream, byte[] payload) =>
    [
        (byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, type, flags,
        (byte)(stream >> 24), (byte)(stream >> 16), (byte)(stream >> 8), (byte)stream, .. payload,
    ];

    // A text of HPACK that is not compressed; short enough for one byte of length.
    private static byte[] Text(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];
}
