using Restate.Actors.Fuzzing.Wire;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Tests.Properties;

/// <summary>What a suspension waits for, whatever the version's shape.</summary>
internal static class SuspensionText
{
    public static IEnumerable<NotificationId> Leaves(RawFrame suspension) => Leaves(suspension.Payload);

    public static string Of(IEnumerable<NotificationId> ids) => string.Join(", ", ids.Select(id => id.ToString()).Order(StringComparer.Ordinal));

    private static List<NotificationId> Leaves(ReadOnlyMemory<byte> payload)
    {
        List<NotificationId> ids = [];
        List<uint> numbers = [];
        var reader = new ProtobufReader(payload);
        while (reader.TryReadTag(out var tag))
        {
            numbers.Clear();
            switch (tag >> 3)
            {
                case 1:
                    reader.ReadPackedUInt32(numbers);
                    ids.AddRange(numbers.Select(NotificationId.Completion));
                    break;
                case 2:
                    reader.ReadPackedUInt32(numbers);
                    ids.AddRange(numbers.Select(NotificationId.Signal));
                    break;
                case 3:
                    ids.Add(NotificationId.Named(reader.ReadString()));
                    break;
                case 4:
                    ids.AddRange(Leaves(reader.ReadBytes()));
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return ids;
    }
}
