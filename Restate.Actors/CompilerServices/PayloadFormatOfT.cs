using System.Buffers;
using System.ComponentModel;

namespace Restate.Actors.CompilerServices;

/// <summary>How the input or output of a handler is written to bytes and read back. For generated code.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PayloadFormat<T> : PayloadFormat
{
    /// <summary>Writes a value.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="value">The value.</param>
    /// <param name="serializer">The serializer of the host or client.</param>
    public abstract void Write(IBufferWriter<byte> output, T value, IActorSerializer serializer);

    /// <summary>Reads a value.</summary>
    /// <param name="payload">The bytes.</param>
    /// <param name="serializer">The serializer of the host or client.</param>
    /// <returns>The value.</returns>
    public abstract T Read(ReadOnlyMemory<byte> payload, IActorSerializer serializer);

    /// <summary>Gets this format with the serializer that a call names, if it names one.</summary>
    internal PayloadFormat<T> WithOwn(IPayloadSerializer? serializer) => serializer is null ? this : With(serializer);

    /// <summary>Gets this format with another serializer, if it is one that a serializer writes.</summary>
    internal virtual PayloadFormat<T> With(IPayloadSerializer serializer) => this;
}
