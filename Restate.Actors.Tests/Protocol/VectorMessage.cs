using System.Globalization;
using System.Text.Json;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Protocol;

/// <summary>One message of the vector files under <c>Vectors/</c>.</summary>
internal sealed record VectorMessage(string Source, ServiceProtocolVersion Version, byte[] Bytes)
{
    public FrameHeader Header => FrameHeader.Read(Bytes);

    public byte[] Payload => Bytes[FrameHeader.Size..];

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Vectors", name);

    public static JsonElement Load(string name) => JsonDocument.Parse(File.ReadAllBytes(PathOf(name))).RootElement;

    /// <summary>Every message of every conformance case and every recorded exchange that has its bytes.</summary>
    public static IEnumerable<VectorMessage> All()
    {
        string[] folders = ["conformance", "recorded"];
        foreach (var file in folders.SelectMany(folder => Directory.GetFiles(PathOf(folder), "*.json")).Order(StringComparer.Ordinal))
        {
            var root = Load(file);
            foreach (var exchange in root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : new[] { root })
            {
                var version = (ServiceProtocolVersion)exchange.GetProperty("protocol_version").GetInt32();
                var steps = exchange.TryGetProperty("steps", out var own)
                    ? own.EnumerateArray()
                    : exchange.GetProperty("streams").EnumerateArray().SelectMany(stream => stream.GetProperty("events").EnumerateArray());
                var index = 0;
                foreach (var step in steps)
                {
                    index++;
                    if (step.TryGetProperty("hex", out var hex))
                    {
                        var source = string.Create(
                            CultureInfo.InvariantCulture,
                            $"{exchange.GetProperty("name").GetString()} step {index} {step.GetProperty("type").GetString()}");
                        yield return new VectorMessage(source, version, Convert.FromHexString(hex.GetString()!));
                    }
                }
            }
        }
    }
}
