using System.Text;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Mutation;

/// <summary>Changes one field of a protobuf message and keeps the rest readable.</summary>
internal static class FieldMutator
{
    private static readonly ulong[] Numbers = [0, 1, 2, 3, 16, 17, 18, 127, 128, 255, 409, 65535, 65536, int.MaxValue, uint.MaxValue, long.MaxValue, (ulong)long.MaxValue + 1, ulong.MaxValue, 253_402_300_800_000];

    private static readonly byte[][] Contents =
    [
        [], [0], [0xFF], [0x08, 0x01], Encoding.UTF8.GetBytes("\u0000"), Encoding.UTF8.GetBytes("null"), Encoding.UTF8.GetBytes("\"x\""), Encoding.UTF8.GetBytes("\ud83d\ude00"), [0xED, 0xA0, 0x80], [0x0B, 0x0B, 0x0B],
    ];

    public static byte[] Mutate(byte[] payload, Random random, int depth)
    {
        var fields = Split(payload);
        if (fields.Count == 0)
        {
            return [.. payload, .. Field(1 + random.Next(20), random)];
        }

        var at = random.Next(fields.Count);
        var (tag, content) = fields[at];
        switch (random.Next(6))
        {
            case 0:
                fields.RemoveAt(at);
                break;
            case 1:
                fields.Insert(random.Next(fields.Count + 1), fields[at]);
                break;
            case 2:
                return [.. payload, .. Field(1 + random.Next(20), random)];
            case 3 when (tag & 7) == WireType.Length && depth < 3:
                fields[at] = (tag, Mutate(content, random, depth + 1));
                break;
            default:
                fields[at] = (tag & 7) == WireType.Varint
                    ? (tag, Varint(Numbers[random.Next(Numbers.Length)]))
                    : (tag, Contents[random.Next(Contents.Length)]);
                break;
        }

        return [.. fields.SelectMany(field => Write(field.Tag, field.Content))];
    }

    public static byte[] Varint(ulong value)
    {
        List<byte> bytes = [];
        while (value >= 0x80)
        {
            bytes.Add((byte)(value | 0x80));
            value >>= 7;
        }

        bytes.Add((byte)value);
        return [.. bytes];
    }

    private static byte[] Field(int number, Random random)
    {
        return random.Next(2) == 0
            ? Write(((uint)number << 3) | WireType.Varint, Varint(Numbers[random.Next(Numbers.Length)]))
            : Write(((uint)number << 3) | WireType.Length, Contents[random.Next(Contents.Length)]);
    }

    private static byte[] Write(uint tag, byte[] content)
    {
        return (tag & 7) == WireType.Length ? [.. Varint(tag), .. Varint((ulong)content.Length), .. content] : [.. Varint(tag), .. content];
    }

    // What cannot be read is dropped.
    private static List<(uint Tag, byte[] Content)> Split(byte[] payload)
    {
        List<(uint, byte[])> fields = [];
        var reader = new ProtobufReader(payload);
        try
        {
            while (reader.TryReadTag(out var tag))
            {
                switch (tag & 7)
                {
                    case WireType.Varint:
                        fields.Add((tag, Varint(reader.ReadUInt64())));
                        break;
                    case WireType.Length:
                        fields.Add((tag, reader.ReadBytes().ToArray()));
                        break;
                    default:
                        reader.Skip(tag);
                        break;
                }
            }
        }
        catch (ProtocolException)
        {
            // Enough for a mutation.
        }

        return fields;
    }
}
