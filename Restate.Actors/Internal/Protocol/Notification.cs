namespace Restate.Actors.Internal.Protocol;

/// <summary>The answer to a command, or a signal.</summary>
internal readonly record struct Notification(NotificationId Id, NotificationResult Result)
{
    /// <summary>Decodes a notification. All of them share one shape.</summary>
    /// <remarks>
    /// Ids and results that the message type does not define count as unknown fields, so that no caller meets a signal where it waits for
    /// a completion, or state keys where it waits for a value.
    /// </remarks>
    /// <exception cref="ProtocolException">The payload is malformed, or has no id or no result.</exception>
    public static Notification Read(MessageType type, ReadOnlyMemory<byte> payload)
    {
        var isSignal = type == MessageType.SignalNotification;
        var reader = new ProtobufReader(payload);
        NotificationId? id = null;
        NotificationResult? result = null;
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Varint when !isSignal:
                    id = NotificationId.Completion(reader.ReadUInt32());
                    break;
                case (2 << 3) | WireType.Varint when isSignal:
                    id = NotificationId.Signal(reader.ReadUInt32());
                    break;
                case (3 << 3) | WireType.Length when isSignal:
                    id = NotificationId.Named(reader.ReadString());
                    break;
                case (4 << 3) | WireType.Length:
                    reader.ReadEmptyMessage();
                    result = NotificationResult.Void;
                    break;
                case (5 << 3) | WireType.Length:
                    result = NotificationResult.Success(reader.ReadValueMessage());
                    break;
                case (6 << 3) | WireType.Length:
                    result = NotificationResult.Failed(Failure.Read(reader.ReadMessage()));
                    break;
                case (16 << 3) | WireType.Length when type == MessageType.CallInvocationIdCompletion:
                    result = NotificationResult.OfInvocationId(reader.ReadString());
                    break;
                case (17 << 3) | WireType.Length when type == MessageType.GetLazyStateKeysCompletion:
                    result = NotificationResult.OfStateKeys(reader.ReadStateKeysMessage());
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new Notification(
            id ?? throw ProtocolException.Missing(type, "an id"),
            result ?? throw ProtocolException.Missing(type, "a result"));
    }

    /// <summary>Reads just the id, which stands in front: the result is not looked at.</summary>
    /// <exception cref="ProtocolException">There is no id, or what stands before it is malformed.</exception>
    public static NotificationId ReadId(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Varint:
                    return NotificationId.Completion(reader.ReadUInt32());
                case (2 << 3) | WireType.Varint:
                    return NotificationId.Signal(reader.ReadUInt32());
                case (3 << 3) | WireType.Length:
                    return NotificationId.Named(reader.ReadString());
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        throw new ProtocolException(ErrorCodes.Internal, "A received notification lacks an id.");
    }
}
