using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>A message as it stands on the wire.</summary>
internal sealed record TestFrame(MessageType Type, ushort Flags, byte[] Payload)
{
    /// <summary>Gets the whole frame in lower-case hex, as the vectors have it.</summary>
    public string Hex => Convert.ToHexStringLower(ToBytes());

    public static TestFrame Parse(string hex) => Split(Convert.FromHexString(hex)).Single();

    /// <summary>Cuts bytes that hold nothing but whole frames.</summary>
    public static List<TestFrame> Split(ReadOnlySpan<byte> bytes)
    {
        List<TestFrame> frames = [];
        while (!bytes.IsEmpty)
        {
            var header = FrameHeader.Read(bytes);
            bytes = bytes[FrameHeader.Size..];
            frames.Add(new TestFrame(header.Type, header.Flags, bytes[..(int)header.Length].ToArray()));
            bytes = bytes[(int)header.Length..];
        }

        return frames;
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[FrameHeader.Size + Payload.Length];
        new FrameHeader(Type, Flags, (uint)Payload.Length).Write(bytes);
        Payload.CopyTo(bytes, FrameHeader.Size);
        return bytes;
    }

    public override string ToString() => $"{Type} {Hex}";
}
