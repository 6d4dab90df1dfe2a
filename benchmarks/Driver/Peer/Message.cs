using System.Buffers.Binary;

namespace Restate.Actors.Benchmarks.Driver.Peer;

/// <summary>Messages as the server sends them, each with its eight bytes in front.</summary>
internal static class Message
{
    public const int HeaderSize = 8;

    public static byte[] Of(ushort type, byte[] payload)
    {
        var message = new byte[HeaderSize + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(message, type);
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(4), (uint)payload.Length);
        payload.CopyTo(message, HeaderSize);
        return message;
    }

    public static byte[] Start(uint entries, string key, (string Key, byte[] Value)[]? state)
    {
        var start = new ProtoWriter()
            .Bytes(1, [.. Enumerable.Range(0, 24).Select(number => (byte)number)])
            .Text(2, "inv_1aiqX0vFEFNH1Umgre58JiCLgHfTtztYK5")
            .Number(3, entries);
        foreach (var (name, value) in state ?? [])
        {
            start.Bytes(4, new ProtoWriter().Text(1, name).Bytes(2, value).ToArray());
        }

        if (state is null)
        {
            start.Number(5, 1);
        }

        if (key.Length > 0)
        {
            start.Text(6, key);
        }

        return Of(MessageTypes.Start, start.Number(9, 0x0123456789ABCDEF).ToArray());
    }

    public static byte[] Input(byte[] body) => Of(MessageTypes.Input, new ProtoWriter().Value(14, body).ToArray());

    public static byte[] RunCommand(uint id) => Of(MessageTypes.Run, new ProtoWriter().Number(11, id).Text(12, "step").ToArray());

    public static byte[] CallCommand(string service, string handler, byte[] parameter, uint invocationId, uint result)
        => Of(MessageTypes.Call, new ProtoWriter().Text(1, service).Text(2, handler).Bytes(3, parameter).Number(10, invocationId).Number(11, result).ToArray());

    /// <summary>A completion with a value.</summary>
    public static byte[] Completion(ushort type, uint id, ReadOnlySpan<byte> value) => Of(type, new ProtoWriter().Number(1, id).Value(5, value).ToArray());

    /// <summary>A completion without a value.</summary>
    public static byte[] Completion(ushort type, uint id) => Of(type, new ProtoWriter().Number(1, id).Bytes(4, []).ToArray());

    public static byte[] InvocationId(uint id) => Of(MessageTypes.CallInvocationId, new ProtoWriter().Number(1, id).Text(16, "inv_1gdJBtdVEcM97RCSKbRsOBpBJBmHCVd4cd").ToArray());
}
