using System.Text.Json.Nodes;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>A fixed input with its exact output.</summary>
internal sealed class ConformanceCase(JsonNode json)
{
    public string Name => (string)json["name"]!;

    public string Pseudocode => (string)json["pseudocode"]!;

    public ServiceProtocolVersion Version => (ServiceProtocolVersion)(int)json["protocol_version"]!;

    public IReadOnlyList<VectorStep> Steps { get; } = [.. json["steps"]!.AsArray().Select(step => new VectorStep(step!))];

    public static IReadOnlyList<ConformanceCase> LoadAll()
    {
        return [.. VectorFiles.Names("conformance").SelectMany(file => VectorFiles.Read("conformance", file).AsArray()).Select(json => new ConformanceCase(json!))];
    }
}
