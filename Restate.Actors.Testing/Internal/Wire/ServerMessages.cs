using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing.Internal.Wire;

/// <summary>The messages that a server sends.</summary>
internal static class ServerMessages
{
    public static JournalEntry Start(AttemptStart start)
    {
        var message = new MessageBuilder().Bytes(1, start.RawId).Text(2, start.Id).UInt(3, (uint)start.KnownEntries);
        foreach (var (key, value) in start.State)
        {
            message.Message(4, new MessageBuilder().Text(1, key).Bytes(2, value));
        }

        message.UIntUnlessZero(5, start.IsPartial ? 1u : 0u).Text(6, start.Key)
            .UIntUnlessZero(7, (uint)start.RetryCount).UIntUnlessZero(8, (ulong)start.RetryDuration.TotalMilliseconds)
            .UInt(9, start.RandomSeed);
        return new JournalEntry(MessageType.Start, message.Build());
    }

    public static JournalEntry Input(IEnumerable<Header> headers, ReadOnlyMemory<byte> body)
    {
        var message = new MessageBuilder();
        foreach (var header in headers)
        {
            message.Message(1, new MessageBuilder().Text(1, header.Key).Text(2, header.Value));
        }

        return new JournalEntry(MessageType.InputCommand, message.Message(14, Value(body)).Build());
    }

    public static JournalEntry Notification(MessageType type, NotificationId id, in NotificationResult result)
    {
        var message = new MessageBuilder();
        _ = id.Kind switch
        {
            NotificationIdKind.Completion => message.UInt(1, id.Number),
            NotificationIdKind.Signal => message.UInt(2, id.Number),
            _ => message.Text(3, id.Text!),
        };
        _ = result.Kind switch
        {
            NotificationResultKind.Value => message.Message(5, Value(result.Value)),
            NotificationResultKind.Failure => message.Message(6, Failure(result.Failure!)),
            NotificationResultKind.InvocationId => message.Text(16, result.InvocationId!),
            NotificationResultKind.StateKeys => message.Message(17, Keys(result.StateKeys!)),
            _ => message.Bytes(4, default),
        };
        return new JournalEntry(type, message.Build());
    }

    private static MessageBuilder Value(ReadOnlyMemory<byte> content) => content.IsEmpty ? new MessageBuilder() : new MessageBuilder().Bytes(1, content);

    private static MessageBuilder Keys(IReadOnlyList<string> keys) => keys.Aggregate(new MessageBuilder(), static (message, key) => message.Text(1, key));

    private static MessageBuilder Failure(Failure failure)
    {
        var message = new MessageBuilder().UInt(1, (uint)failure.Code).Text(2, failure.Message);
        foreach (var (key, value) in failure.Metadata)
        {
            message.Message(3, new MessageBuilder().Text(1, key).Text(2, value));
        }

        return message;
    }
}
