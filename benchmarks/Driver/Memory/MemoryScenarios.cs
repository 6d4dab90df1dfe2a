using System.Globalization;
using System.Text;
using Restate.Actors.Benchmarks.Driver.Peer;
using Restate.Actors.Benchmarks.Driver.Scenarios;

namespace Restate.Actors.Benchmarks.Driver.Memory;

/// <summary>Invocations with much in them.</summary>
internal static class MemoryScenarios
{
    public const int Megabyte = 1024 * 1024;

    public static Scenario StateRead { get; } = new("state-1mb-read", "Holder/read")
    {
        Key = "k",
        HasManyKeys = true,
        State = [("blob", Encoding.UTF8.GetBytes(Text(Megabyte)))],
        Output = $"{Megabyte - 2}",
        Expected = [(MessageTypes.GetEagerState, 1), (MessageTypes.Sleep, 1)],
        IsHeld = true,
        Concurrency = 4,
    };

    public static Scenario StateWritten { get; } = new("state-1mb-written", "Holder/write")
    {
        Key = "k",
        HasManyKeys = true,
        State = [],
        Input = $"{Megabyte - 2}",
        Output = $"{Megabyte - 2}",
        Expected = [(MessageTypes.SetState, 1), (MessageTypes.Sleep, 1)],
        IsHeld = true,
        Concurrency = 4,
    };

    public static Scenario Sleep { get; } = Catalog.All.Single(scenario => scenario.Name == "sleep") with { IsHeld = true };

    public static Scenario Echo { get; } = new("echo-32mb", "Greeter/greet") { Input = Text(32 * Megabyte), Output = Text(32 * Megabyte) };

    /// <summary>Ten calls of a megabyte each way, all answered.</summary>
    public static Scenario ReplayedCalls { get; } = new("replay-20mb", "Fan/out")
    {
        Input = Text(Megabyte),
        CallResult = Text(Megabyte),
        ReplayedCalls = 10,
        Output = (10L * (Megabyte - 2)).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A journal of runs without an end.</summary>
    public static Scenario ReplayedRuns(int count) => new($"replay-runs-{count}", "Runner/many")
    {
        Input = $"{count}",
        Replayed = count,
        Output = Catalog.Sum(count),
    };

    /// <summary>A journal of runs that have been replayed when the handler waits for the last one.</summary>
    public static Scenario HeldReplay(int count) => ReplayedRuns(count) with
    {
        Name = $"replay-held-{count}",
        Input = $"{count + 1}",
        Output = Catalog.Sum(count + 1),
        Expected = [(MessageTypes.Run, 1), (MessageTypes.ProposeRun, 1)],
        IsHeld = true,
    };

    /// <summary>Gets how many bytes the server sends.</summary>
    public static double SizeOf(Scenario scenario) => scenario.Opening().Sum(message => (double)message.Length);

    // A JSON string of so many bytes.
    private static string Text(int size) => $"\"{new string('x', size - 2)}\"";
}
