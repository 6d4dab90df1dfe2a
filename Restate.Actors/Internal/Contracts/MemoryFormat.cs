using System.Buffers;
using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Contracts;

/// <summary>Bytes as they are, handed on without a copy.</summary>
internal sealed class MemoryFormat : PayloadFormat<ReadOnlyMemory<byte>>
{
    public override PayloadKind Kind => PayloadKind.Raw;

    public override void Write(IBufferWriter<byte> output, ReadOnlyMemory<byte> value, IActorSerializer serializer) => output.Write(value.Span);

    public override ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> payload, IActorSerializer serializer) => payload;
}
