namespace Restate.Actors.Internal.Protocol;

/// <summary>A command that we write and that the server replays to us.</summary>
/// <remarks>Static members instead of a base class: the codec works on structs and boxes nothing.</remarks>
/// <typeparam name="TSelf">The implementing type.</typeparam>
internal interface ICommand<TSelf>
    where TSelf : struct, ICommand<TSelf>
{
    static abstract MessageType Type { get; }

    /// <summary>Gets the name of the entry: shown by the server, empty when there is none.</summary>
    string Name { get; }

    /// <summary>Decodes a payload.</summary>
    /// <exception cref="ProtocolException">The payload is malformed or lacks what the message must have.</exception>
    static abstract TSelf Read(ReadOnlyMemory<byte> payload);

    /// <summary>Refuses what must not be written in this version of the protocol, or in any.</summary>
    /// <exception cref="ProtocolException">The command is refused.</exception>
    static virtual void Validate(in TSelf command, ServiceProtocolVersion version)
    {
    }

    int GetPayloadLength();

    void WritePayload(ref ProtobufWriter writer);

    /// <summary>Compares this command, attempted now, with the one of the journal.</summary>
    void Compare(in TSelf recorded, ref FieldComparison comparison);
}
