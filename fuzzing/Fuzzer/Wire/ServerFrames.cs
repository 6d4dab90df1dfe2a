using System.Text;
using Restate.Actors.Fuzzing.Mutation;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Wire;

/// <summary>Writes the messages that a server sends.</summary>
internal static class ServerFrames
{
    private static readonly byte[] InvocationId = [.. Enumerable.Range(0, 24).Select(number => (byte)number)];

    public static RawFrame Start(int knownEntries, bool isPartial, string key, params ReadOnlySpan<(string Name, string Json)> state)
    {
        List<byte> payload =
        [
            .. Bytes(1, InvocationId),
            .. Text(2, "inv_1test"),
            .. Number(3, (ulong)knownEntries),
        ];
        foreach (var (name, json) in state)
        {
            payload.AddRange(Bytes(4, [.. Text(1, name), .. Text(2, json)]));
        }

        payload.AddRange([.. Number(5, isPartial ? 1u : 0u), .. Text(6, key), .. Number(9, 42)]);
        return new RawFrame(MessageType.Start, [.. payload]);
    }

    public static RawFrame Input(ReadOnlySpan<byte> value) => new(MessageType.InputCommand, Bytes(14, Bytes(1, value)));

    public static RawFrame Void(MessageType type, uint id) => new(type, [.. Number(1, id), .. Bytes(4, [])]);

    public static RawFrame Value(MessageType type, uint id, string json) => new(type, [.. Number(1, id), .. Bytes(5, Text(1, json))]);

    public static RawFrame Value(MessageType type, uint id, ReadOnlySpan<byte> value) => new(type, [.. Number(1, id), .. Bytes(5, Bytes(1, value))]);

    public static RawFrame Failed(MessageType type, uint id, int code) => new(type, [.. Number(1, id), .. Bytes(6, [.. Number(1, (ulong)code), .. Text(2, "no")])]);

    public static RawFrame InvocationIdOf(uint id) => new(MessageType.CallInvocationIdCompletion, [.. Number(1, id), .. Text(16, "inv_1child")]);

    public static RawFrame StateKeys(uint id, params ReadOnlySpan<string> keys)
    {
        List<byte> content = [];
        foreach (var key in keys)
        {
            content.AddRange(Text(1, key));
        }

        return new RawFrame(MessageType.GetLazyStateKeysCompletion, [.. Number(1, id), .. Bytes(17, [.. content])]);
    }

    public static RawFrame Signal(uint index, string? json) => new(MessageType.SignalNotification, [.. Number(2, index), .. ResultOf(json)]);

    public static RawFrame Signal(string name, string? json) => new(MessageType.SignalNotification, [.. Text(3, name), .. ResultOf(json)]);

    public static RawFrame RunAck(uint id) => new(MessageType.ProposeRunCompletionAck, Number(1, id));

    private static byte[] ResultOf(string? json) => json is null ? Bytes(4, []) : Bytes(5, Text(1, json));

    private static byte[] Number(int field, ulong value) => [.. FieldMutator.Varint((ulong)field << 3), .. FieldMutator.Varint(value)];

    private static byte[] Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    private static byte[] Bytes(int field, ReadOnlySpan<byte> value)
    {
        return [.. FieldMutator.Varint(((ulong)field << 3) | WireType.Length), .. FieldMutator.Varint((ulong)value.Length), .. value];
    }
}
