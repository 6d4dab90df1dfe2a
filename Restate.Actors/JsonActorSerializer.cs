using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.References;

namespace Restate.Actors;

/// <summary>The default serializer: System.Text.Json with web defaults (camel case, case-insensitive reading).</summary>
/// <remarks>Derive from it, with a constructor without parameters, to name JSON of other settings in <see cref="PayloadSerializerAttribute"/>.</remarks>
public class JsonActorSerializer : IActorSerializer
{
    /// <summary>Creates the serializer from settings.</summary>
    /// <param name="options">The settings; they become read-only.</param>
    public JsonActorSerializer(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.TypeInfoResolver is null)
        {
            throw new ArgumentException(
                "The JSON settings have no TypeInfoResolver. Set it to your JsonSerializerContext or to new DefaultJsonTypeInfoResolver().", nameof(options));
        }

        JsonOptions = options.IsReadOnly ? new JsonSerializerOptions(options) : options;
        JsonOptions.TypeInfoResolverChain.Insert(0, ActorReferenceResolver.Instance);
        JsonOptions.MakeReadOnly();
    }

    /// <summary>Creates the serializer from source-generated metadata; no reflection is used.</summary>
    /// <param name="contexts">The contexts, asked in this order.</param>
    public JsonActorSerializer(params JsonSerializerContext[] contexts)
        : this(new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = JsonTypeInfoResolver.Combine(contexts) })
    {
    }

    /// <inheritdoc/>
    public string ContentType => "application/json";

    /// <inheritdoc/>
    public JsonSerializerOptions JsonOptions { get; }

    private JsonWriters Writers => field ??= new JsonWriters(JsonOptions.Encoder);

    /// <summary>Creates the serializer that finds the metadata of types by reflection.</summary>
    /// <returns>A serializer with web defaults.</returns>
    [RequiresUnreferencedCode("Reflection finds the members of payload types. Use a JsonSerializerContext in trimmed applications.")]
    [RequiresDynamicCode("Reflection finds the members of payload types. Use a JsonSerializerContext with Native AOT.")]
    public static JsonActorSerializer CreateReflectionBased()
    {
        return new JsonActorSerializer(new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });
    }

    /// <inheritdoc/>
    public void Serialize<T>(IBufferWriter<byte> output, T value)
    {
        var writer = Writers.Take(output);
        JsonSerializer.Serialize(writer, value, GetJsonTypeInfo<T>());
        Writers.Return(writer);
    }

    /// <inheritdoc/>
    public T? Deserialize<T>(ReadOnlyMemory<byte> payload)
    {
        return JsonSerializer.Deserialize(payload.Span, GetJsonTypeInfo<T>());
    }

    /// <inheritdoc/>
    public void WriteJson<T>(Utf8JsonWriter writer, T value) => JsonSerializer.Serialize(writer, value, GetJsonTypeInfo<T>());

    /// <inheritdoc/>
    public T? ReadJson<T>(ref Utf8JsonReader reader) => JsonSerializer.Deserialize(ref reader, GetJsonTypeInfo<T>());

    /// <inheritdoc/>
    public JsonNode GetJsonSchema(Type type) => TypeSchema.Describe(JsonOptions, type);

    /// <inheritdoc/>
    public JsonTypeInfo<T> GetJsonTypeInfo<T>() => (JsonTypeInfo<T>)JsonOptions.GetTypeInfo(typeof(T));
}
