using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.References;

namespace Restate.Actors.Hosting.Internal.Discovery;

/// <summary>Describes payloads for the server: content type, whether a body is needed, JSON schema.</summary>
/// <remarks>The server checks the content type and shows the schema; it does not check bodies against it.</remarks>
internal sealed class PayloadSchemas(IActorSerializer serializer)
{
    private const string Json = "application/json";
    private const string Bytes = "application/octet-stream";

    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = static (context, schema) => ActorReferences.IsContract(context.TypeInfo.Type) ? DescribeReference() : schema,
    };

    public JsonObject DescribeInput(PayloadFormat format, string title)
    {
        // Without a content type the server expects no body and no content type.
        if (format.Kind == PayloadKind.None)
        {
            return [];
        }

        var description = new JsonObject
        {
            ["required"] = format.IsRequired && format.Kind != PayloadKind.Raw,
            ["contentType"] = format.Kind == PayloadKind.Raw ? "*/*" : ContentType(format),
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

        var description = new JsonObject { ["contentType"] = ContentType(format), ["setContentTypeIfEmpty"] = format.Kind == PayloadKind.Raw };
        AddSchema(description, format, title);
        return description;
    }

    private string ContentType(PayloadFormat format) => format.Kind switch
    {
        PayloadKind.Raw => Bytes,
        PayloadKind.Arguments => Json,
        _ => serializer.ContentType,
    };

    private void AddSchema(JsonObject description, PayloadFormat format, string title)
    {
        if (format.Kind == PayloadKind.Raw || ContentType(format) != Json)
        {
            return;
        }

        var schema = format.Kind == PayloadKind.Arguments ? DescribeArguments(format) : Describe(format.ValueType!);
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
            var schema = Describe(parameter.Type);
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

    private static JsonObject DescribeReference() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { ["actor"] = new JsonObject { ["type"] = "string" }, ["key"] = new JsonObject { ["type"] = "string" } },
        ["required"] = new JsonArray("actor"),
    };

    private JsonNode Describe(Type type) => serializer.JsonOptions.GetTypeInfo(type).GetJsonSchemaAsNode(Options);
}
