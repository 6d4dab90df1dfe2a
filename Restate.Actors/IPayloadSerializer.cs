using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Restate.Actors;

/// <summary>Writes values to bytes and reads them back, for some types or for all.</summary>
/// <remarks>
/// Must be deterministic: the same value gives the same bytes, since Restate compares payloads on replay. Must be thread-safe.
/// Contracts and types name one with <see cref="PayloadSerializerAttribute"/>, hosts with <c>UseSerializer</c>, single values in their call.
/// </remarks>
public interface IPayloadSerializer
{
    /// <summary>Gets the content type of what <see cref="Serialize"/> writes.</summary>
    string ContentType { get; }

    /// <summary>Gets the content type of inputs that callers outside may send. May have wildcards, as <c>application/*</c>.</summary>
    /// <value>The default is <see cref="ContentType"/>.</value>
    string AcceptedContentType => ContentType;

    /// <summary>Gets whether zero bytes are a value, as an empty message of Protocol Buffers is one.</summary>
    /// <value>The default is <see langword="false"/>: zero bytes are the absence of a value and are not handed to <see cref="Deserialize"/> where that is allowed.</value>
    bool ReadsEmpty => false;

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

    /// <summary>Writes a value as one JSON value: a parameter among several, or what the server's UI shows.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="writer">Where the JSON goes.</param>
    /// <param name="value">The value.</param>
    /// <remarks>The default is a text: the bytes in Base64.</remarks>
    void WriteJson<T>(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        var bytes = new ArrayBufferWriter<byte>();
        Serialize(bytes, value);
        writer.WriteBase64StringValue(bytes.WrittenSpan);
    }

    /// <summary>Reads what <see cref="WriteJson"/> wrote.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="reader">A reader at the first token of the value; left at its last one.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">It is no such JSON.</exception>
    T? ReadJson<T>(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        return reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var bytes)
            ? Deserialize<T>(bytes)
            : throw new JsonException($"A {typeof(T).Name} is a text here: its bytes ({ContentType}) in Base64.");
    }

    /// <summary>Describes the JSON of <see cref="WriteJson"/> as a JSON schema, for discovery.</summary>
    /// <param name="type">The type of the value.</param>
    /// <returns>The schema, or <see langword="null"/> if there is nothing to say.</returns>
    JsonNode? GetJsonSchema(Type type) => null;
}
