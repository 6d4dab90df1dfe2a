using System.Buffers;
using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Contracts;

/// <summary>Bytes with a content type. Only HTTP carries the type; a journal holds the bytes.</summary>
internal sealed class RawPayloadFormat : PayloadFormat<RawPayload>
{
    public static RawPayloadFormat Instance { get; } = new();

    public override PayloadKind Kind => PayloadKind.Raw;

    public override void Write(IBufferWriter<byte> output, RawPayload value, IActorSerializer serializer) => output.Write(value.Content.Span);

    public override RawPayload Read(ReadOnlyMemory<byte> payload, IActorSerializer serializer) => new(payload, contentType: null);
}
