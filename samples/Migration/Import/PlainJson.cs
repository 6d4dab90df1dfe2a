using System.Text.Json;
using System.Text.Json.Nodes;

namespace MigrationSample.Import;

/// <summary>Makes plain JSON of what Newtonsoft.Json wrote: without <c>$type</c> and <c>$id</c>, and <c>$values</c> as arrays.</summary>
public static class PlainJson
{
    /// <summary>Reads and cleans a value.</summary>
    /// <exception cref="FormatException">It is no JSON, or refers to itself.</exception>
    public static byte[] Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(Clean(JsonNode.Parse(json.Span)));
        }
        catch (JsonException e)
        {
            // The message of the parser quotes no values.
            throw new FormatException($"The value is no JSON: {e.Message}", e);
        }
    }

    private static JsonNode? Clean(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                return new JsonArray([.. array.Select(Clean)]);
            case JsonObject value when value.ContainsKey("$ref"):
                throw new FormatException("The value holds the same object twice ($ref). Export it without references.");
            case JsonObject value when value.TryGetPropertyValue("$values", out var items):
                return Clean(items);
            case JsonObject value:
                return new JsonObject(value
                    .Where(property => property.Key is not ("$type" or "$id"))
                    .Select(property => KeyValuePair.Create(property.Key, Clean(property.Value))));
            default:
                return node?.DeepClone();
        }
    }
}
