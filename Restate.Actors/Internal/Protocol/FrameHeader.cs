using System.Buffers.Binary;

namespace Restate.Actors.Internal.Protocol;

/// <summary>The eight bytes in front of each message.</summary>
/// <param name="Type">Type id; not checked here.</param>
/// <param name="Flags">Only <see cref="RequestedAck"/> has a meaning.</param>
/// <param name="Length">Length of the payload in bytes, without the header.</param>
internal readonly record struct FrameHeader(MessageType Type, ushort Flags, uint Length)
{
    public const int Size = 8;

    /// <summary>On a run proposal of V7: answer with an acknowledgement instead of the whole notification.</summary>
    public const ushort RequestedAck = 0x8000;

    public static FrameHeader Read(ReadOnlySpan<byte> source) => new(
        (MessageType)BinaryPrimitives.ReadUInt16BigEndian(source),
        BinaryPrimitives.ReadUInt16BigEndian(source[2..]),
        BinaryPrimitives.ReadUInt32BigEndian(source[4..]));

    public void Write(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)Type);
        BinaryPrimitives.WriteUInt16BigEndian(destination[2..], Flags);
        BinaryPrimitives.WriteUInt32BigEndian(destination[4..], Length);
    }
}
