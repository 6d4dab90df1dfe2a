using System.Text.Json;

namespace Restate.Actors.Dashboard.Tests.TestTools;

/// <summary>Short ways through answers.</summary>
internal static class JsonElementExtensions
{
    public static string? Text(this JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static long Number(this JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetInt64() : 0;

    public static bool Flag(this JsonElement element, string name) => element.GetProperty(name).GetBoolean();

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) => element.GetProperty(name).EnumerateArray();

    /// <summary>Gets the one item whose property has a value.</summary>
    public static JsonElement? Find(this JsonElement element, string list, string property, string value)
    {
        foreach (var item in element.Items(list))
        {
            if (item.Text(property) == value)
            {
                return item;
            }
        }

        return null;
    }
}
