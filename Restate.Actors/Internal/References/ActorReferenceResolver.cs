using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Restate.Actors.Internal.References;

/// <summary>Knows the JSON form of contracts, before any other resolver would take them for interfaces with properties.</summary>
internal sealed class ActorReferenceResolver : IJsonTypeInfoResolver
{
    public static ActorReferenceResolver Instance { get; } = new();

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        return type.IsInterface ? ActorReferences.Describe(type, options) : null;
    }
}
