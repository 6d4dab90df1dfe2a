using System.Text.Json;

namespace Restate.Actors.Fuzzing.Wire;

/// <summary>The exchanges of the protocol's test vectors.</summary>
internal static class RecordedFrames
{
    private const string FromServer = "S>E";

    /// <summary>Reads what the server sent in each stream.</summary>
    public static IReadOnlyList<byte[]> OfServer() => [.. Streams().Select(steps => Join(steps.Where(IsFromServer)))];

    /// <summary>Reads what the endpoint sent in each stream.</summary>
    public static IReadOnlyList<byte[]> OfEndpoint() => [.. Streams().Select(steps => Join(steps.Where(step => !IsFromServer(step)))).Where(bytes => bytes.Length > 0)];

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Vectors", file);

    private static IEnumerable<JsonElement[]> Streams()
    {
        foreach (var file in Files("conformance"))
        {
            foreach (var item in Read(file).EnumerateArray())
            {
                yield return [.. item.GetProperty("steps").EnumerateArray()];
            }
        }

        foreach (var file in Files("recorded"))
        {
            foreach (var stream in Read(file).GetProperty("streams").EnumerateArray())
            {
                yield return [.. stream.GetProperty("events").EnumerateArray()];
            }
        }
    }

    private static IEnumerable<string> Files(string folder) => Directory.GetFiles(PathOf(folder), "*.json").Order(StringComparer.Ordinal);

    private static JsonElement Read(string file) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(file));

    private static bool IsFromServer(JsonElement step) => step.TryGetProperty("dir", out var direction) && direction.ValueEquals(FromServer);

    private static byte[] Join(IEnumerable<JsonElement> steps)
    {
        return [.. steps.SelectMany(step => step.TryGetProperty("hex", out var hex) ? Convert.FromHexString(hex.GetString()!) : [])];
    }
}
