using System.Text.Json.Nodes;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>One attempt of a recorded exchange.</summary>
internal sealed class RecordedStream(ServiceProtocolVersion version, string target, int attempt, JsonNode json)
{
    public ServiceProtocolVersion Version => version;

    /// <summary>Gets service and handler, with a slash between them.</summary>
    public string Target => target;

    /// <summary>Gets how many streams for the target the file holds up to this one.</summary>
    public int Attempt => attempt;

    public IReadOnlyList<VectorStep> Events { get; } = [.. json["events"]!.AsArray().Select(step => new VectorStep(step!))];

    public static IReadOnlyList<RecordedStream> Load(string file)
    {
        var json = VectorFiles.Read("recorded", file);
        var version = (ServiceProtocolVersion)(int)json["protocol_version"]!;
        var attempts = new Dictionary<string, int>(StringComparer.Ordinal);
        List<RecordedStream> streams = [];
        foreach (var stream in json["streams"]!.AsArray())
        {
            var target = string.Join('/', ((string)stream!["request"]!["path"]!).Split('/')[^2..]);
            attempts[target] = attempts.GetValueOrDefault(target) + 1;
            streams.Add(new RecordedStream(version, target, attempts[target], stream));
        }

        return streams;
    }
}
