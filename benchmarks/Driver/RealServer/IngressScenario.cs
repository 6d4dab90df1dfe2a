using System.Globalization;

namespace Restate.Actors.Benchmarks.Driver.RealServer;

/// <summary>A call through the ingress, with its exact answer.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Path">The path for a client, which has a key of its own.</param>
/// <param name="Body">The JSON body of a client's request.</param>
/// <param name="Answer">The answer to a client's call of this number, counted from 1 over the life of the server.</param>
internal sealed record IngressScenario(string Name, Func<string, string> Path, Func<string, string> Body, Func<int, string> Answer)
{
    public static IReadOnlyList<IngressScenario> All { get; } =
    [
        new("greet", _ => "Greeter/greet", _ => "\"Hello\"", _ => "\"Hello\""),
        new("counter", key => $"Counter/{key}/add", _ => "1", Number),
        new("call", _ => "Chain/call", key => $"\"call-{key}\"", Number),
        new("three-runs", _ => "Runner/three", _ => "", _ => "6"),
        new("fan-out", _ => "Fan/out", _ => "\"Hello\"", _ => "50"),
    ];

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
