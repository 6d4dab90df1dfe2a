using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Restate.Actors.Internal.References;

namespace Restate.Actors.Internal.Payloads;

/// <summary>The JSON schema of what System.Text.Json writes.</summary>
internal static class TypeSchema
{
    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = static (context, schema) => ActorReferences.IsContract(context.TypeInfo.Type) ? DescribeReference() : schema,
    };

    public static JsonNode Describe(JsonSerializerOptions options, Type type) => options.GetTypeInfo(type).GetJsonSchemaAsNode(Options);

    private static JsonObject DescribeReference() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { ["actor"] = new JsonObject { ["type"] = "string" }, ["key"] = new JsonObject { ["type"] = "string" } },
        ["required"] = new JsonArray("actor"),
    };
}
