using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Testing.Internal.Wire;

/// <summary>The result of a step, as the endpoint proposes it.</summary>
internal readonly record struct RunProposal(uint CompletionId, NotificationResult Result)
{
    public static RunProposal Read(ReadOnlyMemory<byte> payload)
    {
        uint id = 0;
        var result = NotificationResult.Success(default);
        var reader = new ProtobufReader(payload);
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Varint:
                    id = reader.ReadUInt32();
                    break;
                case (14 << 3) | WireType.Length:
                    result = NotificationResult.Success(reader.ReadBytes());
                    break;
                case (15 << 3) | WireType.Length:
                    result = NotificationResult.Failed(Failure.Read(reader.ReadMessage()));
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new RunProposal(id, result);
    }
}
