using System.Buffers;
using System.Text.Json;
using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Contracts;

/// <summary>One value, written by the serializer.</summary>
internal sealed class ValueFormat<T>(bool isRequired, T whenEmpty) : PayloadFormat<T>
{
    public override PayloadKind Kind => PayloadKind.Value;

    public override Type ValueType => typeof(T);

    public override bool IsRequired => isRequired;

    public override void Write(IBufferWriter<byte> output, T value, IActorSerializer serializer) => serializer.Serialize(output, value);

    public override T Read(ReadOnlyMemory<byte> payload, IActorSerializer serializer)
    {
        // An optional input that the caller left out has its declared default; the empty result of a handler that returns nothing is null.
        if (payload.IsEmpty && !isRequired)
        {
            return whenEmpty;
        }

        var value = serializer.Deserialize<T>(payload);
        return value is null && isRequired ? throw new JsonException("The value is null, which its type does not allow.") : value!;
    }
}
