using System.Text.Json;

namespace MigrationSample.Import;

/// <summary>Reads members of rows. Names of columns are compared without case, as databases export them in either.</summary>
internal static class RowElement
{
    public static JsonElement? Find(JsonElement row, string name)
    {
        foreach (var property in row.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind != JsonValueKind.Null)
            {
                return property.Value;
            }
        }

        return null;
    }

    public static string? FindText(JsonElement row, string name) => Find(row, name) is { } found
        ? found.ValueKind == JsonValueKind.String ? found.GetString() : throw new FormatException($"'{name}' is not a text.")
        : null;

    public static long? FindNumber(JsonElement row, string name) => Find(row, name) is { } found
        ? found.ValueKind == JsonValueKind.Number && found.TryGetInt64(out var number) ? number : throw new FormatException($"'{name}' is not an integer.")
        : null;
}
