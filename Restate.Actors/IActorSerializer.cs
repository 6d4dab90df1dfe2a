using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Restate.Actors;

/// <summary>Writes values to bytes and reads them back: payloads, state, results of durable steps.</summary>
/// <remarks>
/// Must be deterministic: the same value gives the same bytes, since Restate compares payloads on replay. Must be thread-safe.
/// The default is <see cref="JsonActorSerializer"/>.
/// </remarks>
public interface IActorSerializer
{
    /// <summary>Gets the content type of what <see cref="Serialize"/> writes.</summary>
    string ContentType { get; }

    /// <summary>Gets the JSON settings of the arguments of handlers with several parameters, which always travel as a JSON object.</summary>
    JsonSerializerOptions JsonOptions { get; }

    /// <summary>Writes a value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="value">The value.</param>
    void Serialize<T>(IBufferWriter<byte> output, T value);

    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="payload">The bytes; may be empty.</param>
    /// <returns>The value.</returns>
    T? Deserialize<T>(ReadOnlyMemory<byte> payload);

    /// <summary>Gets the JSON description of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>Its description.</returns>
    /// <exception cref="NotSupportedException">The settings know no metadata for the type.</exception>
    JsonTypeInfo<T> GetJsonTypeInfo<T>();
}
