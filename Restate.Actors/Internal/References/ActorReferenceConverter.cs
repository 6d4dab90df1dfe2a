using System.Text.Json;
using System.Text.Json.Serialization;
using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.References;

/// <summary>Writes a proxy as <c>{"actor":"Account","key":"..."}</c> and reads it back as a proxy of the world that reads it.</summary>
internal sealed class ActorReferenceConverter<TActor> : JsonConverter<TActor>
    where TActor : class, IActor
{
    private const string ActorProperty = "actor";
    private const string KeyProperty = "key";

    public override TActor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"A reference to a {typeof(TActor)} is an object with the properties '{ActorProperty}' and '{KeyProperty}'.");
        }

        string? actor = null;
        string? key = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isActor = reader.ValueTextEquals(ActorProperty);
            var isKey = reader.ValueTextEquals(KeyProperty);
            reader.Read();
            if ((isActor || isKey) && reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
            {
                throw new JsonException($"The properties '{ActorProperty}' and '{KeyProperty}' of a reference are texts.");
            }

            if (isActor)
            {
                actor = reader.GetString();
            }
            else if (isKey)
            {
                key = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return ActorReferences.Resolve<TActor>(actor, key);
    }

    public override void Write(Utf8JsonWriter writer, TActor value, JsonSerializerOptions options)
    {
        var (name, key) = value switch
        {
            ActorProxy { Target: var target } => (target.Contract.Name, target.Contract.Key is null ? null : target.Key),
            Actor { ContextOrNull: { } context } => (context.Request.Service, context.Key.Length == 0 ? null : context.Key),
            _ => throw new JsonException($"A {value.GetType()} cannot be written as a reference. Pass a proxy from IActorFactory.GetActor, or the running actor itself."),
        };
        writer.WriteStartObject();
        writer.WriteString(ActorProperty, name);
        if (key is not null)
        {
            writer.WriteString(KeyProperty, key);
        }

        writer.WriteEndObject();
    }
}
