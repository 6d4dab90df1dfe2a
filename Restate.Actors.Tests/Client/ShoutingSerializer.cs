using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Restate.Actors.Tests.Client;

/// <summary>A serializer that is not JSON.</summary>
internal sealed class ShoutingSerializer : IActorSerializer
{
    private readonly JsonActorSerializer _json = JsonActorSerializer.CreateReflectionBased();

    public string ContentType => "text/shout";

    public JsonSerializerOptions JsonOptions => _json.JsonOptions;

    public void Serialize<T>(IBufferWriter<byte> output, T value) => output.Write(Encoding.UTF8.GetBytes($"{value}".ToUpperInvariant()));

    public T? Deserialize<T>(ReadOnlyMemory<byte> payload) => _json.Deserialize<T>(payload);

    public JsonTypeInfo<T> GetJsonTypeInfo<T>() => _json.GetJsonTypeInfo<T>();
}
