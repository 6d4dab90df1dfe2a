using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Testing.Internal.Wire;

/// <summary>What a suspended attempt waits for: any of it resumes the invocation.</summary>
internal static class SuspensionMessage
{
    public static HashSet<NotificationId> Read(ReadOnlyMemory<byte> payload)
    {
        var awaited = new HashSet<NotificationId>();
        List<uint> numbers = [];
        var reader = new ProtobufReader(payload);
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Length:
                    reader.ReadPackedUInt32(numbers);
                    awaited.UnionWith(numbers.Select(NotificationId.Completion));
                    numbers.Clear();
                    break;
                case (2 << 3) | WireType.Length:
                    reader.ReadPackedUInt32(numbers);
                    awaited.UnionWith(numbers.Select(NotificationId.Signal));
                    numbers.Clear();
                    break;
                case (3 << 3) | WireType.Length:
                    awaited.Add(NotificationId.Named(reader.ReadString()));
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return awaited;
    }
}
