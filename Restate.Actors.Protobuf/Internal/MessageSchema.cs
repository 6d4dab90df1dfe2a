using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;

namespace Restate.Actors.Protobuf.Internal;

/// <summary>The JSON schema of the JSON of a message.</summary>
/// <remarks>Source: ProtoJSON format, protobuf.dev. 64-bit integers are texts, enumerations their names, bytes Base64.</remarks>
internal sealed class MessageSchema
{
    private readonly MessageDescriptor _root;
    private readonly JsonObject _definitions = [];

    private MessageSchema(MessageDescriptor root)
    {
        _root = root;
    }

    public static JsonNode Describe(MessageDescriptor message)
    {
        if (WellKnown(message) is { } known)
        {
            return known;
        }

        var schema = new MessageSchema(message);
        var described = schema.Fields(message);
        if (schema._definitions.Count > 0)
        {
            described["$defs"] = schema._definitions;
        }

        return described;
    }

    private JsonObject Fields(MessageDescriptor message)
    {
        var properties = new JsonObject();
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            properties[field.JsonName] = Field(field);
        }

        return new JsonObject { ["title"] = message.Name, ["type"] = "object", ["properties"] = properties };
    }

    private JsonObject Field(FieldDescriptor field)
    {
        if (field.IsMap)
        {
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = Value(field.MessageType.FindFieldByNumber(2)) };
        }

        return field.IsRepeated ? new JsonObject { ["type"] = "array", ["items"] = Value(field) } : Value(field);
    }

    private JsonObject Value(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Double or FieldType.Float => Of("number"),
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 or FieldType.UInt32 or FieldType.Fixed32 => Of("integer"),
        FieldType.Bool => Of("boolean"),
        FieldType.Bytes => new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" },
        FieldType.Enum => new JsonObject { ["enum"] = new JsonArray([.. field.EnumType.Values.Select(value => (JsonNode)value.Name)]) },
        FieldType.Message or FieldType.Group => Message(field.MessageType),
        _ => Of("string"),
    };

    private JsonObject Message(MessageDescriptor message)
    {
        if (WellKnown(message) is { } known)
        {
            return known;
        }

        if (message == _root)
        {
            return new JsonObject { ["$ref"] = "#" };
        }

        if (!_definitions.ContainsKey(message.FullName))
        {
            // Set first: the message may contain itself.
            _definitions[message.FullName] = new JsonObject();
            _definitions[message.FullName] = Fields(message);
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{message.FullName}" };
    }

    private static JsonObject? WellKnown(MessageDescriptor message) => message.FullName switch
    {
        "google.protobuf.Timestamp" => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
        "google.protobuf.Duration" or "google.protobuf.FieldMask" => Of("string"),
        "google.protobuf.StringValue" or "google.protobuf.Int64Value" or "google.protobuf.UInt64Value" => Of("string"),
        "google.protobuf.BytesValue" => new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" },
        "google.protobuf.BoolValue" => Of("boolean"),
        "google.protobuf.Int32Value" or "google.protobuf.UInt32Value" => Of("integer"),
        "google.protobuf.DoubleValue" or "google.protobuf.FloatValue" => Of("number"),
        "google.protobuf.ListValue" => Of("array"),
        "google.protobuf.Value" => [],
        "google.protobuf.Struct" or "google.protobuf.Any" or "google.protobuf.Empty" => Of("object"),
        _ => null,
    };

    private static JsonObject Of(string type) => new() { ["type"] = type };
}
