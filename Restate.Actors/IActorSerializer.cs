using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Restate.Actors;

/// <summary>The serializer of an application: payloads, state and results of durable steps, unless they have one of their own.</summary>
/// <remarks>
/// Must be deterministic: the same value gives the same bytes, since Restate compares payloads on replay. Must be thread-safe.
/// The default is <see cref="JsonActorSerializer"/>. For some types only, or for bytes that are no JSON, <see cref="IPayloadSerializer"/> is enough.
/// </remarks>
public interface IActorSerializer : IPayloadSerializer
{
    /// <summary>Gets the JSON settings of the arguments of handlers with several parameters, which always travel as a JSON object.</summary>
    JsonSerializerOptions JsonOptions { get; }

    /// <summary>Gets the JSON description of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>Its description.</returns>
    /// <exception cref="NotSupportedException">The settings know no metadata for the type.</exception>
    JsonTypeInfo<T> GetJsonTypeInfo<T>();

    /// <inheritdoc/>
    void IPayloadSerializer.WriteJson<T>(Utf8JsonWriter writer, T value) => JsonSerializer.Serialize(writer, value, GetJsonTypeInfo<T>());

    /// <inheritdoc/>
    T? IPayloadSerializer.ReadJson<T>(ref Utf8JsonReader reader)
        where T : default => JsonSerializer.Deserialize(ref reader, GetJsonTypeInfo<T>());
}
