using System.Text.Json.Nodes;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Hosting.Internal.Discovery;

/// <summary>Describes payloads for the server: content type, whether a body is needed, JSON schema.</summary>
/// <remarks>The server checks the content type and shows the schema; it does not check bodies against it.</remarks>
internal sealed class PayloadSchemas(IActorSerializer serializer)
{
    private const string Json = "application/json";

    /// <summary>Describes an input.</summary>
    /// <param name="format">The format.</param>
    /// <param name="accepts">The content type that the handler declares for callers, or <see langword="null"/> for that of the format.</param>
    /// <param name="title">The title of a schema without one.</param>
    public JsonObject DescribeInput(PayloadFormat format, string? accepts, string title)
    {
        // Without a content type the server expects no body and no content type.
        if (format.Kind == PayloadKind.None)
        {
            return [];
        }

        var description = new JsonObject
        {
            ["required"] = format.IsRequired && format.Kind != PayloadKind.Raw,
            ["contentType"] = accepts ?? format.AcceptedContentTypeIn(serializer),
        };
        AddSchema(description, format, title);
        return description;
    }

    public JsonObject DescribeOutput(PayloadFormat format, string title)
    {
        if (format.Kind == PayloadKind.None)
        {
            return [];
        }

        var description = new JsonObject { ["contentType"] = format.ContentTypeIn(serializer), ["setContentTypeIfEmpty"] = format.Kind == PayloadKind.Raw };
        AddSchema(description, format, title);
        return description;
    }

    private void AddSchema(JsonObject description, PayloadFormat format, string title)
    {
        if (description["contentType"]!.GetValue<string>() != Json || format.ContentTypeIn(serializer) != Json)
        {
            return;
        }

        var schema = format.Kind == PayloadKind.Arguments ? DescribeArguments(format) : format.SerializerIn(serializer)!.GetJsonSchema(format.ValueType!);
        if (schema is null)
        {
            return;
        }

        if (schema is JsonObject described && !described.ContainsKey("title"))
        {
            described.Insert(0, "title", title);
        }

        description["jsonSchema"] = schema;
    }

    private JsonObject DescribeArguments(PayloadFormat format)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var parameter in format.Parameters)
        {
            var schema = Describe(parameter);
            MoveReferences(schema, $"#/properties/{parameter.Name}");
            properties[parameter.Name] = schema;
            if (!parameter.IsOptional)
            {
                required.Add((JsonNode)parameter.Name);
            }
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required };
    }

    // A recursive type refers to the root of its own schema, which is no longer the root here.
    private static void MoveReferences(JsonNode? node, string root)
    {
        switch (node)
        {
            case JsonObject described:
                if (described["$ref"] is JsonValue reference && reference.TryGetValue(out string? pointer) && pointer.StartsWith('#'))
                {
                    described["$ref"] = root + pointer[1..];
                }

                foreach (var (_, child) in described)
                {
                    MoveReferences(child, root);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    MoveReferences(item, root);
                }

                break;
            default:
                break;
        }
    }

    // A serializer without JSON of its own writes its bytes in Base64.
    private JsonNode Describe(ParameterContract parameter)
    {
        var own = parameter.Serializer ?? (serializer is RuledSerializer ruled ? ruled.Find(parameter.Type) : serializer);
        return own.GetJsonSchema(parameter.Type) ?? (own is IActorSerializer ? true : new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" });
    }
}
