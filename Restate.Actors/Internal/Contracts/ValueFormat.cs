using System.Buffers;
using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Contracts;

/// <summary>One value, written by the serializer.</summary>
internal sealed class ValueFormat<T>(bool isRequired) : PayloadFormat<T>
{
    public override PayloadKind Kind => PayloadKind.Value;

    public override Type ValueType => typeof(T);

    public override bool IsRequired => isRequired;

    public override void Write(IBufferWriter<byte> output, T value, IActorSerializer serializer) => serializer.Serialize(output, value);

    public override T Read(ReadOnlyMemory<byte> payload, IActorSerializer serializer)
    {
        // An optional input that the caller left out, and the empty result of a handler that returns nothing, are both null.
        if (payload.IsEmpty && !isRequired)
        {
            return default!;
        }

        return serializer.Deserialize<T>(payload)!;
    }
}
