using System.Text.Json.Nodes;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>Reads the vector files next to the tests.</summary>
internal static class VectorFiles
{
    public static string[] Names(string folder) => [.. Directory.GetFiles(Folder(folder), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static JsonNode Read(string folder, string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(folder), file)))!;

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "Vectors", name);
}
