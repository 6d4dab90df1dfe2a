using System.Buffers;
using System.Text;
using Google.Protobuf;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>Builds the frames of scenes: what the server sends, and what is expected of us.</summary>
internal static class Frames
{
    public static readonly byte[] InvocationId = [.. Enumerable.Range(0, 24).Select(number => (byte)number)];

    public static readonly TestFrame End = new(MessageType.End, Flags: 0, []);

    private delegate void Writing(ref ProtobufWriter writer);

    public static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static CommandResult Success(string text) => CommandResult.Success(Bytes(text));

    public static CommandResult Failed(int code, string message) => CommandResult.Failed(new Failure(code, message));

    public static TestFrame Start(
        int knownEntries,
        IReadOnlyList<(string Key, string Value)>? state = null,
        bool isPartial = false,
        uint retryCount = 0,
        ulong retryDuration = 0)
    {
        return Frame(MessageType.Start, (ref writer) =>
        {
            writer.WriteBytes(1, InvocationId);
            writer.WriteString(2, "inv_1test");
            writer.WriteUInt32(3, (uint)knownEntries);
            foreach (var (key, value) in state ?? [])
            {
                writer.WriteLengthPrefix(4, ProtobufSize.String(key) + ProtobufSize.String(value));
                writer.WriteString(1, key);
                writer.WriteString(2, value);
            }

            writer.WriteBool(5, isPartial);
            writer.WriteString(6, "k");
            writer.WriteUInt32(7, retryCount);
            writer.WriteUInt64(8, retryDuration);
        });
    }

    public static TestFrame Input(string text = "")
    {
        return Frame(MessageType.InputCommand, (ref writer) => writer.WriteValueMessage(14, Bytes(text)));
    }

    public static TestFrame Command<TCommand>(TCommand command)
        where TCommand : struct, ICommand<TCommand>
    {
        return Frame(TCommand.Type, (ref writer) => command.WritePayload(ref writer));
    }

    public static TestFrame Output(string text) => Command(new OutputCommand(Success(text)));

    public static TestFrame Completion(MessageType type, uint id, string value)
    {
        return Frame(type, (ref writer) =>
        {
            writer.WriteUInt32(1, id);
            writer.WriteValueMessage(5, Bytes(value));
        });
    }

    public static TestFrame Completion(MessageType type, uint id)
    {
        return Frame(type, (ref writer) =>
        {
            writer.WriteUInt32(1, id);
            writer.WriteEmptyMessage(4);
        });
    }

    public static TestFrame FailedCompletion(MessageType type, uint id, int code, string message)
    {
        return Frame(type, (ref writer) =>
        {
            writer.WriteUInt32(1, id);
            WriteFailure(ref writer, 6, new Failure(code, message));
        });
    }

    public static TestFrame InvocationIdCompletion(uint id, string invocationId)
    {
        return WithLargeField(MessageType.CallInvocationIdCompletion, id, field: 16, Encoding.UTF8.GetBytes(invocationId));
    }

    public static TestFrame StateKeysCompletion(uint id, params string[] keys)
    {
        var content = Frame(default, (ref writer) => writer.WriteStrings(1, keys)).Payload;
        return WithLargeField(MessageType.GetLazyStateKeysCompletion, id, field: 17, content);
    }

    public static TestFrame Signal(uint index, string? value = null)
    {
        return Frame(MessageType.SignalNotification, (ref writer) =>
        {
            writer.WriteUInt32(2, index);
            WriteResult(ref writer, value);
        });
    }

    public static TestFrame Cancel() => Signal(1);

    public static TestFrame NamedSignal(string name, string? value = null)
    {
        return Frame(MessageType.SignalNotification, (ref writer) =>
        {
            writer.WriteStringAlways(3, name);
            WriteResult(ref writer, value);
        });
    }

    public static TestFrame RunAck(uint id) => Frame(MessageType.ProposeRunCompletionAck, (ref writer) => writer.WriteUInt32(1, id));

    public static TestFrame RunProposal(ServiceProtocolVersion version, uint id, CommandResult result)
    {
        return Written(version, writer => writer.WriteRunProposal(id, result));
    }

    public static TestFrame Suspension(ServiceProtocolVersion version, params NotificationId[] ids)
    {
        return Written(version, writer => writer.WriteSuspension(Future(ids)));
    }

    public static TestFrame AwaitingOn(params NotificationId[] ids)
    {
        return Written(ServiceProtocolVersion.V7, writer => writer.WriteAwaitingOn(Future(ids), executingSideEffects: false));
    }

    public static TestFrame Error(ErrorMessage message) => Written(ServiceProtocolVersion.V7, writer => writer.WriteError(message));

    public static TestFrame Empty(MessageType type) => new(type, Flags: 0, []);

    // The product's writer has no fields beyond 15, since it never writes them.
    private static TestFrame WithLargeField(MessageType type, uint id, int field, byte[] content)
    {
        var payload = new MemoryStream();
        var output = new CodedOutputStream(payload);
        output.WriteTag(1, WireFormat.WireType.Varint);
        output.WriteUInt32(id);
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(content));
        output.Flush();
        return new TestFrame(type, Flags: 0, payload.ToArray());
    }

    private static AwaitedFuture Future(NotificationId[] ids) => new()
    {
        CombinatorType = CombinatorType.FirstCompleted,
        Completions = [.. ids.Where(id => id.Kind == NotificationIdKind.Completion).Select(id => id.Number)],
        Signals = [.. ids.Where(id => id.Kind == NotificationIdKind.Signal).Select(id => id.Number)],
        NamedSignals = [.. ids.Where(id => id.Kind == NotificationIdKind.NamedSignal).Select(id => id.Text!)],
    };

    private static TestFrame Written(ServiceProtocolVersion version, Action<MessageWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(new MessageWriter(output, version));
        return TestFrame.Split(output.WrittenSpan).Single();
    }

    private static TestFrame Frame(MessageType type, Writing write)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new ProtobufWriter(output);
        write(ref writer);
        writer.Complete();
        return new TestFrame(type, Flags: 0, output.WrittenSpan.ToArray());
    }

    private static void WriteResult(ref ProtobufWriter writer, string? value)
    {
        if (value is null)
        {
            writer.WriteEmptyMessage(4);
        }
        else
        {
            writer.WriteValueMessage(5, Bytes(value));
        }
    }

    private static void WriteFailure(ref ProtobufWriter writer, int field, Failure failure)
    {
        writer.WriteLengthPrefix(field, failure.GetLength());
        failure.Write(ref writer);
    }
}
