using System.Buffers;

namespace Restate.Actors;

/// <summary>Changes the bytes of payloads on their way into Restate and back: encrypts or compresses all that is stored.</summary>
/// <remarks>
/// Applied after serialization and before deserialization. Must be thread-safe. Need not be deterministic: on replay the decoded bytes are compared.
/// Called on the handler's thread, so it must not wait: keep keys in memory. Names, keys of actors, headers and error messages are not payloads and stay as they are.
/// </remarks>
public interface IPayloadTransform
{
    /// <summary>Encodes a payload.</summary>
    /// <param name="payload">The bytes; may be empty.</param>
    /// <param name="output">Where the encoded bytes go.</param>
    /// <exception cref="PayloadUnavailableException">It cannot be done now; the attempt fails and Restate tries again.</exception>
    /// <remarks>Any other exception is final: a <see cref="TerminalException"/> for the handler.</remarks>
    void Encode(ReadOnlySpan<byte> payload, IBufferWriter<byte> output);

    /// <summary>Decodes what <see cref="Encode"/> wrote, now or in an earlier version.</summary>
    /// <param name="encoded">The encoded bytes.</param>
    /// <returns>The payload; may be a part of <paramref name="encoded"/>.</returns>
    /// <exception cref="PayloadUnavailableException">It cannot be done now, as when a key is not there yet; the attempt fails and Restate tries again.</exception>
    /// <remarks>Any other exception says that the bytes are bad: an input is refused with code 400, everything else is a <see cref="TerminalException"/> for the handler.</remarks>
    ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> encoded);
}
