using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Restate.Actors.Internal.Payloads;

/// <summary>The serializer of an application that has others for some types.</summary>
/// <remarks>Exists only where there are rules: without them values go straight to the one serializer.</remarks>
internal sealed class RuledSerializer : IActorSerializer
{
    private readonly IActorSerializer _others;
    private readonly SerializerRule[] _rules;
    private readonly ConcurrentDictionary<Type, IPayloadSerializer> _known = new();

    /// <summary>Creates the serializer.</summary>
    /// <param name="others">Writes all other types.</param>
    /// <param name="rules">The last one that handles a type wins.</param>
    public RuledSerializer(IActorSerializer others, IEnumerable<SerializerRule> rules)
    {
        _others = others;
        _rules = [.. rules.Reverse()];
    }

    public string ContentType => _others.ContentType;

    public JsonSerializerOptions JsonOptions => _others.JsonOptions;

    public static IActorSerializer Create(IActorSerializer others, IEnumerable<SerializerRule> rules)
    {
        return rules.Any() ? new RuledSerializer(others, rules) : others;
    }

    public IPayloadSerializer Find(Type type) => _known.GetOrAdd(type, static (type, self) => self.Choose(type), this);

    public IPayloadSerializer Find<T>()
    {
        // Usually a process has one host: the slot spares it the lookup.
        var last = Slot<T>.Last;
        if (last?.Owner == this)
        {
            return last.Serializer;
        }

        var found = Find(typeof(T));
        Slot<T>.Last = new Choice(this, found);
        return found;
    }

    public void Serialize<T>(IBufferWriter<byte> output, T value) => Find<T>().Serialize(output, value);

    public T? Deserialize<T>(ReadOnlyMemory<byte> payload) => Find<T>().Deserialize<T>(payload);

    public void WriteJson<T>(Utf8JsonWriter writer, T value) => Find<T>().WriteJson(writer, value);

    public T? ReadJson<T>(ref Utf8JsonReader reader) => Find<T>().ReadJson<T>(ref reader);

    public JsonNode? GetJsonSchema(Type type) => Find(type).GetJsonSchema(type);

    public JsonTypeInfo<T> GetJsonTypeInfo<T>() => _others.GetJsonTypeInfo<T>();

    private IPayloadSerializer Choose(Type type) => Array.Find(_rules, rule => rule.Handles(type))?.Serializer ?? _others;

    private sealed record Choice(RuledSerializer Owner, IPayloadSerializer Serializer);

    private static class Slot<T>
    {
        public static volatile Choice? Last;
    }
}
