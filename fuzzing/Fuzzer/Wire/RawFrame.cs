using System.Buffers.Binary;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Wire;

/// <summary>A frame as it stands on the wire; its parts need not fit together.</summary>
/// <param name="Type">The type id.</param>
/// <param name="Flags">The flags.</param>
/// <param name="Length">What the header says.</param>
/// <param name="Payload">What follows.</param>
internal sealed record RawFrame(ushort Type, ushort Flags, uint Length, byte[] Payload)
{
    public RawFrame(MessageType type, byte[] payload)
        : this((ushort)type, Flags: 0, (uint)payload.Length, payload)
    {
    }

    public MessageType MessageType => (MessageType)Type;

    public byte[] ToBytes()
    {
        var bytes = new byte[FrameHeader.Size + Payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, Type);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), Flags);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), Length);
        Payload.CopyTo(bytes, FrameHeader.Size);
        return bytes;
    }

    public static byte[] Join(IEnumerable<RawFrame> frames) => [.. frames.SelectMany(frame => frame.ToBytes())];

    /// <summary>Cuts bytes into frames as far as that goes; what is left over is a frame with too little payload, or lost.</summary>
    public static List<RawFrame> Split(ReadOnlySpan<byte> bytes)
    {
        List<RawFrame> frames = [];
        while (bytes.Length >= FrameHeader.Size)
        {
            var header = FrameHeader.Read(bytes);
            bytes = bytes[FrameHeader.Size..];
            var length = (int)Math.Min(header.Length, (uint)bytes.Length);
            frames.Add(new RawFrame((ushort)header.Type, header.Flags, header.Length, bytes[..length].ToArray()));
            bytes = bytes[length..];
        }

        return frames;
    }
}
