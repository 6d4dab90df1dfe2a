using System.Collections;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Protocol;
using Oracle = Restate.Actors.Tests.Protocol.Oracle;

namespace Restate.Actors.Tests.TestTools;

/// <summary>A message as it stands on the wire, built and read with the oracle's messages.</summary>
internal sealed record WireFrame(MessageType Type, byte[] Payload)
{
    public static WireFrame Of(MessageType type, IMessage message) => new(type, message.ToByteArray());

    public static WireFrame Input(string json, params (string Key, string Value)[] headers)
    {
        var input = new Oracle.InputCommandMessage { Value = new Oracle.Value { Content = ByteString.CopyFromUtf8(json) } };
        input.Headers.AddRange(headers.Select(header => new Oracle.Header { Key = header.Key, Value = header.Value }));
        return Of(MessageType.InputCommand, input);
    }

    /// <summary>A completion with a value.</summary>
    public static WireFrame Completion(MessageType type, uint id, string json)
    {
        return Of(type, new Oracle.NotificationTemplate { CompletionId = id, Value = new Oracle.Value { Content = ByteString.CopyFromUtf8(json) } });
    }

    /// <summary>A completion without a value.</summary>
    public static WireFrame Completion(MessageType type, uint id)
    {
        return Of(type, new Oracle.NotificationTemplate { CompletionId = id, Void = new Oracle.Void() });
    }

    public static WireFrame FailedCompletion(MessageType type, uint id, int code, string message)
    {
        return Of(type, new Oracle.NotificationTemplate { CompletionId = id, Failure = new Oracle.Failure { Code = (uint)code, Message = message } });
    }

    public static WireFrame InvocationId(uint id, string invocationId)
    {
        return Of(MessageType.CallInvocationIdCompletion, new Oracle.NotificationTemplate { CompletionId = id, InvocationId = invocationId });
    }

    public static WireFrame Signal(uint index, string json)
    {
        return Of(
            MessageType.SignalNotification,
            new Oracle.NotificationTemplate { SignalId = index, Value = new Oracle.Value { Content = ByteString.CopyFromUtf8(json) } });
    }

    public static WireFrame NamedSignal(string name, string json)
    {
        return Of(
            MessageType.SignalNotification,
            new Oracle.NotificationTemplate { SignalName = name, Value = new Oracle.Value { Content = ByteString.CopyFromUtf8(json) } });
    }

    public static WireFrame Cancel() => Of(MessageType.SignalNotification, new Oracle.NotificationTemplate { SignalId = 1, Void = new Oracle.Void() });

    public static WireFrame RunAck(uint id) => Of(MessageType.ProposeRunCompletionAck, new Oracle.ProposeRunCompletionAckMessage { CompletionId = id });

    public byte[] ToBytes()
    {
        var bytes = new byte[FrameHeader.Size + Payload.Length];
        new FrameHeader(Type, Flags: 0, (uint)Payload.Length).Write(bytes);
        Payload.CopyTo(bytes, FrameHeader.Size);
        return bytes;
    }

    /// <summary>Writes the type and the fields, bytes as text: <c>SetStateCommand key=count value=42</c>.</summary>
    public string Describe(ServiceProtocolVersion version) => $"{Type} {Fields(OracleMessages.Parser(Type, version).ParseFrom(Payload))}".TrimEnd();

    private static string Fields(IMessage message) => string.Join(' ', message.Descriptor.Fields.InFieldNumberOrder()
        .Where(field => IsSet(field, message))
        .Select(field => $"{field.Name}={Text(field.Accessor.GetValue(message))}"));

    private static bool IsSet(FieldDescriptor field, IMessage message) => field.IsRepeated
        ? ((ICollection)field.Accessor.GetValue(message)).Count > 0
        : field.HasPresence ? field.Accessor.HasValue(message) : Text(field.Accessor.GetValue(message)) is not ("" or "0" or "False" or "Retry");

    private static string Text(object value) => value switch
    {
        Oracle.Value content => content.Content.ToStringUtf8(),
        Oracle.Void => "void",
        Oracle.Failure { Metadata.Count: 0 } failure => $"{failure.Code}:{failure.Message}",
        Oracle.Failure failure => $"{failure.Code}:{failure.Message} {{{string.Join(',', failure.Metadata.Select(pair => $"{pair.Key}={pair.Value}"))}}}",
        Oracle.Header header => $"{header.Key}:{header.Value}",
        ByteString bytes => bytes.ToStringUtf8(),
        IMessage nested => $"({Fields(nested)})",
        string text => text,
        IEnumerable items => $"[{string.Join(',', items.Cast<object>().Select(Text))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
