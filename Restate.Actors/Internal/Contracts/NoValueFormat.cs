using System.Buffers;
using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Contracts;

/// <summary>No input or no output: zero bytes.</summary>
/// <remarks>Bytes that a caller sends all the same are ignored: a handler may drop its parameter while invocations are under way.</remarks>
internal sealed class NoValueFormat : PayloadFormat<NoValue>
{
    public override PayloadKind Kind => PayloadKind.None;

    public override void Write(IBufferWriter<byte> output, NoValue value, IActorSerializer serializer)
    {
    }

    public override NoValue Read(ReadOnlyMemory<byte> payload, IActorSerializer serializer) => default;
}
