using System.Numerics;
using System.Text;

namespace Restate.Actors.Internal.Protocol;

/// <summary>Lengths of fields on the wire, tag included; the counterpart of <see cref="ProtobufWriter"/>.</summary>
/// <remarks>Every message that we write has field numbers up to 15 only, so that a tag is always one byte.</remarks>
internal static class ProtobufSize
{
    public const int Tag = 1;

    public static int Varint(ulong value) => (BitOperations.Log2(value | 1) + 7) / 7;

    public static int UInt32(uint value) => value == 0 ? 0 : Tag + Varint(value);

    public static int UInt64(ulong value) => value == 0 ? 0 : Tag + Varint(value);

    public static int Delimited(int length) => Tag + Varint((uint)length) + length;

    public static int Bytes(ReadOnlyMemory<byte> value) => value.IsEmpty ? 0 : Delimited(value.Length);

    public static int String(string? value) => string.IsNullOrEmpty(value) ? 0 : Delimited(Encoding.UTF8.GetByteCount(value));

    /// <summary>Length of a string with explicit presence: written even if it is empty.</summary>
    public static int OptionalString(string? value) => value is null ? 0 : Delimited(Encoding.UTF8.GetByteCount(value));

    /// <summary>Length of a nested <c>Value</c> message, which is always present.</summary>
    public static int ValueMessage(ReadOnlyMemory<byte> content) => Delimited(Bytes(content));

    public static int PackedUInt32(IReadOnlyList<uint> values) => values.Count == 0 ? 0 : Delimited(PackedContent(values));

    public static int PackedContent(IReadOnlyList<uint> values)
    {
        var length = 0;
        for (var i = 0; i < values.Count; i++)
        {
            length += Varint(values[i]);
        }

        return length;
    }

    public static int Headers(IReadOnlyList<Header> headers)
    {
        var length = 0;
        for (var i = 0; i < headers.Count; i++)
        {
            length += Delimited(headers[i].GetLength());
        }

        return length;
    }

    /// <summary>Length of a repeated string, each item of which is written even if it is empty.</summary>
    public static int Strings(IReadOnlyList<string> values)
    {
        var length = 0;
        for (var i = 0; i < values.Count; i++)
        {
            length += OptionalString(values[i]);
        }

        return length;
    }
}
