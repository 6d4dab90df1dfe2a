using System.Globalization;
using System.Text;
using Restate.Actors.Benchmarks.Driver.Peer;

namespace Restate.Actors.Benchmarks.Driver.Scenarios;

/// <summary>The scenarios that are measured at the endpoint.</summary>
internal static class Catalog
{
    private const int Megabyte = 1024 * 1024;

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("greet", "Greeter/greet") { Input = "\"Hello\"", Output = "\"Hello\"" },
        new("counter", "Counter/add")
        {
            Key = "k001",
            Input = "1",
            State = [("count", "41"u8.ToArray())],
            Output = "42",
            Expected = [(MessageTypes.GetEagerState, 1), (MessageTypes.SetState, 1)],
        },
        new("call", "Chain/call") { Input = "\"k001\"", CallResult = "42", Output = "42", Expected = [(MessageTypes.Call, 1)] },
        new("sleep", "Sleeper/sleep") { Input = "10", Output = "10", Expected = [(MessageTypes.Sleep, 1)] },
        new("three-runs", "Runner/three") { Output = "6", Expected = [(MessageTypes.Run, 3), (MessageTypes.ProposeRun, 3)] },
        new("fan-out", "Fan/out") { Input = "\"Hello\"", CallResult = "\"Hello\"", Output = "50", Expected = [(MessageTypes.Call, 10)], Target = 1.7 },
        new("100-runs", "Runner/many") { Input = "100", Output = Sum(100), Expected = [(MessageTypes.Run, 100), (MessageTypes.ProposeRun, 100)], Concurrency = 16 },
        new("replay-1000", "Runner/many") { Input = "1000", Replayed = 1000, Output = Sum(1000), Concurrency = 8 },
        new("replay-10000", "Runner/many") { Input = "10000", Replayed = 10000, Output = Sum(10000), Concurrency = 4 },
        new("state-1mb", "Blob/len")
        {
            Key = "k001",
            State = [("blob", Encoding.UTF8.GetBytes($"\"{new string('x', Megabyte)}\""))],
            Output = Megabyte.ToString(CultureInfo.InvariantCulture),
            Expected = [(MessageTypes.GetEagerState, 1)],
            Concurrency = 4,
        },
    ];

    public static string Sum(int n) => ((long)n * (n - 1) / 2).ToString(CultureInfo.InvariantCulture);
}
