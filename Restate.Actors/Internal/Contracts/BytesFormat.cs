using System.Buffers;
using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Contracts;

/// <summary>A byte array as it is.</summary>
internal sealed class BytesFormat : PayloadFormat<byte[]>
{
    public override PayloadKind Kind => PayloadKind.Raw;

    public override void Write(IBufferWriter<byte> output, byte[] value, IActorSerializer serializer) => output.Write(value);

    public override byte[] Read(ReadOnlyMemory<byte> payload, IActorSerializer serializer) => payload.ToArray();
}
