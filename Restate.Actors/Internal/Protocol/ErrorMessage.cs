namespace Restate.Actors.Internal.Protocol;

/// <summary>Ends the attempt, not the invocation.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/> or a code of the user; what is not within 1 to 65535 is written as 500.</param>
/// <param name="Message">Short text for operators.</param>
internal readonly record struct ErrorMessage(int Code, string Message)
{
    public string Stacktrace { get; init; } = "";

    /// <summary>Gets the index of the command that the error is about; it may be one past the journal.</summary>
    public uint? RelatedCommandIndex { get; init; }

    /// <summary>Gets the name of that command; an empty one is not written.</summary>
    public string? RelatedCommandName { get; init; }

    public MessageType? RelatedCommandType { get; init; }

    /// <summary>Gets milliseconds until the next attempt, in place of the retry policy and for that attempt only.</summary>
    public ulong? NextRetryDelay { get; init; }

    public ErrorBehavior Behavior { get; init; }

    private uint WireCode => Code == 0 ? ErrorCodes.Internal : (uint)ErrorCodes.Normalize(Code);

    internal int GetPayloadLength() =>
        ProtobufSize.UInt32(WireCode)
        + ProtobufSize.String(Message)
        + ProtobufSize.String(Stacktrace)
        + (RelatedCommandIndex is { } index ? ProtobufSize.Tag + ProtobufSize.Varint(index) : 0)
        + ProtobufSize.String(RelatedCommandName)
        + (RelatedCommandType is { } type ? ProtobufSize.Tag + ProtobufSize.Varint((ushort)type) : 0)
        + (NextRetryDelay is { } delay ? ProtobufSize.Tag + ProtobufSize.Varint(delay) : 0)
        + ProtobufSize.UInt32((uint)Behavior);

    internal void WritePayload(ref ProtobufWriter writer)
    {
        writer.WriteUInt32(1, WireCode);
        writer.WriteString(2, Message);
        writer.WriteString(3, Stacktrace);
        if (RelatedCommandIndex is { } index)
        {
            writer.WriteUInt64Always(4, index);
        }

        writer.WriteString(5, RelatedCommandName);
        if (RelatedCommandType is { } type)
        {
            writer.WriteUInt64Always(6, (ushort)type);
        }

        if (NextRetryDelay is { } delay)
        {
            writer.WriteUInt64Always(8, delay);
        }

        writer.WriteUInt32(9, (uint)Behavior);
    }
}
