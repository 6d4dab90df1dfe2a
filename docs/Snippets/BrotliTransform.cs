using System.Buffers;
using System.IO.Compression;
using Restate.Actors;

namespace Docs;

// snippet: brotli
/// <summary>Compresses payloads from a size on. The first byte says whether one is compressed.</summary>
/// <param name="threshold">The least number of bytes that are worth it.</param>
/// <param name="limit">The most bytes that a payload may have when it is unpacked.</param>
public sealed class BrotliTransform(int threshold = 1024, int limit = 32 * 1024 * 1024) : IPayloadTransform
{
    public void Encode(ReadOnlySpan<byte> payload, IBufferWriter<byte> output)
    {
        var isWorthIt = payload.Length >= threshold;
        output.Write([isWorthIt ? (byte)1 : (byte)0]);
        if (!isWorthIt)
        {
            output.Write(payload);
            return;
        }

        var compressed = output.GetSpan(BrotliEncoder.GetMaxCompressedLength(payload.Length));
        if (!BrotliEncoder.TryCompress(payload, compressed, out var length, quality: 4, window: 22))
        {
            throw new InvalidOperationException("The payload cannot be compressed.");
        }

        output.Advance(length);
    }

    public ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> encoded)
    {
        if (encoded.Span[0] == 0)
        {
            return encoded[1..];
        }

        using var unpacked = new BrotliStream(new MemoryStream(encoded[1..].ToArray()), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = unpacked.Read(chunk)) > 0)
        {
            if (plain.Length + read > limit)
            {
                throw new InvalidDataException("The payload is too large.");
            }

            plain.Write(chunk, 0, read);
        }

        return plain.ToArray();
    }
}
// end
