using System.Globalization;
using System.Text.Json.Nodes;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>Decodes the messages that hold clock values and error texts into the field notation of the vectors.</summary>
internal static class FrameFields
{
    /// <summary>Decodes a frame, without the fields that cannot be compared.</summary>
    public static JsonObject Read(TestFrame frame, IEnumerable<string> ignored)
    {
        var fields = frame.Type switch
        {
            MessageType.Error => ReadError(frame.Payload),
            MessageType.SleepCommand => ReadSleep(frame.Payload),
            MessageType.OneWayCallCommand => ReadOneWayCall(frame.Payload),
            _ => throw new NotSupportedException($"{frame.Type} has no field that varies."),
        };
        return Without(fields, ignored);
    }

    public static JsonObject Without(JsonNode fields, IEnumerable<string> ignored)
    {
        var rest = (JsonObject)fields.DeepClone();
        foreach (var name in ignored)
        {
            rest.Remove(name);
        }

        return rest;
    }

    private static JsonObject ReadError(byte[] payload)
    {
        var fields = new JsonObject();
        var reader = new ProtobufReader(payload);
        while (reader.TryReadTag(out var tag))
        {
            _ = (tag >> 3) switch
            {
                1 => fields["code"] = reader.ReadUInt32(),
                2 => fields["message"] = reader.ReadString(),
                3 => fields["stacktrace"] = reader.ReadString(),
                4 => fields["related_command_index"] = reader.ReadUInt32(),
                5 => fields["related_command_name"] = reader.ReadString(),
                6 => fields["related_command_type"] = reader.ReadUInt32(),
                8 => fields["next_retry_delay"] = Text(reader.ReadUInt64()),
                9 => fields["behavior"] = ((ErrorBehavior)reader.ReadUInt32()).ToString().ToUpperInvariant(),
                _ => throw new InvalidDataException($"Unknown field of an error, tag {tag}."),
            };
        }

        return fields;
    }

    private static JsonObject ReadSleep(byte[] payload)
    {
        var command = SleepCommand.Read(payload);
        var fields = new JsonObject { ["wake_up_time"] = Text(command.WakeUpTime) };
        AddNumber(fields, "result_completion_id", command.CompletionId);
        AddText(fields, "name", command.Name);
        return fields;
    }

    private static JsonObject ReadOneWayCall(byte[] payload)
    {
        var command = OneWayCallCommand.Read(payload);
        var request = command.Request;
        var fields = new JsonObject();
        AddText(fields, "service_name", request.Service);
        AddText(fields, "handler_name", request.Handler);
        if (!request.Parameter.IsEmpty)
        {
            fields["parameter"] = new JsonObject { ["utf8"] = System.Text.Encoding.UTF8.GetString(request.Parameter.Span) };
        }

        if (command.InvokeTime != 0)
        {
            fields["invoke_time"] = Text(command.InvokeTime);
        }

        if (request.Headers.Count > 0)
        {
            fields["headers"] = new JsonArray([.. request.Headers.Select(header => new JsonObject { ["key"] = header.Key, ["value"] = header.Value })]);
        }

        AddText(fields, "key", request.Key);
        AddText(fields, "idempotency_key", request.IdempotencyKey);
        AddNumber(fields, "invocation_id_notification_idx", command.InvocationIdCompletionId);
        AddText(fields, "name", request.Name);
        return fields;
    }

    private static void AddText(JsonObject fields, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            fields[name] = value;
        }
    }

    private static void AddNumber(JsonObject fields, string name, uint value)
    {
        if (value != 0)
        {
            fields[name] = value;
        }
    }

    private static string Text(ulong value) => value.ToString(CultureInfo.InvariantCulture);
}
