using System.Buffers.Binary;
using System.Text;

namespace Restate.Actors.Chaos.Driver.Abuse;

/// <summary>The first messages of an attempt, as a server sends them.</summary>
internal static class AttemptBytes
{
    public const string ContentType = "application/vnd.restate.invocation.v6";

    private const ushort StartMessage = 0x0000;
    private const ushort InputCommand = 0x0400;

    /// <summary>Writes the start of an invocation and its input.</summary>
    /// <param name="key">The key of the object.</param>
    /// <param name="input">The input, as JSON; empty for none.</param>
    /// <param name="knownEntries">How many entries the start announces; there is one.</param>
    public static byte[] Start(string key, string input = "", uint knownEntries = 1)
    {
        var id = new byte[24];
        Encoding.UTF8.GetBytes(key, id.AsSpan(0, Math.Min(24, key.Length)));
        byte[] start =
        [
            .. Field(1, id), .. Field(2, Encoding.UTF8.GetBytes($"inv_1{key}")), .. Number(3, knownEntries), .. Field(6, Encoding.UTF8.GetBytes(key)),
        ];
        byte[] command = input.Length == 0 ? [] : Field(14, Field(1, Encoding.UTF8.GetBytes(input)));
        return [.. Message(StartMessage, start), .. Message(InputCommand, command)];
    }

    /// <summary>Writes the header of a message.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="length">The length that it claims.</param>
    public static byte[] Header(ushort type, uint length)
    {
        var header = new byte[8];
        BinaryPrimitives.WriteUInt16BigEndian(header, type);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), length);
        return header;
    }

    private static byte[] Message(ushort type, byte[] payload) => [.. Header(type, (uint)payload.Length), .. payload];

    private static byte[] Field(int field, byte[] value) => [.. Varint((uint)((field << 3) | 2)), .. Varint((uint)value.Length), .. value];

    private static byte[] Number(int field, uint value) => [.. Varint((uint)(field << 3)), .. Varint(value)];

    private static byte[] Varint(uint value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        bytes.Add((byte)value);
        return [.. bytes];
    }
}
