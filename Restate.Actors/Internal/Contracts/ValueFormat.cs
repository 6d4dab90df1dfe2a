using System.Buffers;
using System.Text.Json;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Internal.Contracts;

/// <summary>One value, written by the serializer that its contract, its type or its call names, else by that of the host or client.</summary>
internal sealed class ValueFormat<T>(bool isRequired, T whenEmpty, IPayloadSerializer? own = null) : PayloadFormat<T>
{
    public override PayloadKind Kind => PayloadKind.Value;

    public override Type ValueType => typeof(T);

    public override bool IsRequired => isRequired;

    public override void Write(IBufferWriter<byte> output, T value, IActorSerializer serializer) => (own ?? serializer).Serialize(output, value);

    public override T Read(ReadOnlyMemory<byte> payload, IActorSerializer serializer)
    {
        // An optional input that the caller left out has its declared default; the empty result of a handler that returns nothing is null.
        if (payload.IsEmpty && !isRequired && !SerializerIn(serializer).ReadsEmpty)
        {
            return whenEmpty;
        }

        var value = (own ?? serializer).Deserialize<T>(payload);
        return value is null && isRequired ? throw new JsonException("The value is null, which its type does not allow.") : value!;
    }

    internal override PayloadFormat<T> With(IPayloadSerializer serializer) => new ValueFormat<T>(isRequired, whenEmpty, serializer);

    internal override IPayloadSerializer SerializerIn(IActorSerializer serializer)
    {
        return own ?? (serializer is RuledSerializer ruled ? ruled.Find<T>() : serializer);
    }

    internal override void WriteJson(Utf8JsonWriter writer, ReadOnlyMemory<byte> payload, IActorSerializer serializer)
    {
        SerializerIn(serializer).WriteJson(writer, Read(payload, serializer));
    }

    internal override void ReadJson(ref Utf8JsonReader reader, IBufferWriter<byte> payload, IActorSerializer serializer)
    {
        Write(payload, SerializerIn(serializer).ReadJson<T>(ref reader)!, serializer);
    }
}
