namespace Restate.Actors.Chaos.Driver.Faults;

/// <summary>Chooses by a seed what happens when.</summary>
internal static class FaultPlan
{
    // Mean time between two faults of a kind, and the range of their lengths, in milliseconds.
    private static readonly (FaultKind Kind, int Period, int Shortest, int Longest)[] Kinds =
    [
        (FaultKind.CutBetweenFrames, 1_300, 0, 0),
        (FaultKind.CutInsideFrame, 1_100, 0, 0),
        (FaultKind.DelayFrame, 900, 20, 1_500),
        (FaultKind.SplitFrame, 900, 20, 1_000),
        (FaultKind.ClientCut, 700, 0, 0),
        (FaultKind.ClientDelay, 1_500, 20, 1_000),
        (FaultKind.EndpointKill, 5_000, 50, 2_500),
        (FaultKind.EndpointStop, 13_000, 50, 1_000),
        (FaultKind.EndpointFreeze, 11_000, 500, 6_000),
        (FaultKind.AllEndpointsKill, 25_000, 200, 2_000),
        (FaultKind.ServerKill, 17_000, 50, 2_000),
    ];

    /// <summary>Makes the plan of a run.</summary>
    /// <param name="seed">The same seed and duration give the same plan.</param>
    /// <param name="duration">How long faults happen.</param>
    /// <returns>The faults, in the order of time.</returns>
    public static IReadOnlyList<Fault> Create(int seed, TimeSpan duration)
    {
        var faults = new List<Fault>();
        foreach (var (kind, period, shortest, longest) in Kinds)
        {
            var random = new Random(HashCode(seed, kind));
            for (var at = Next(random, period); at < duration; at += Next(random, period))
            {
                var length = TimeSpan.FromMilliseconds(random.Next(shortest, longest + 1));
                faults.Add(new Fault(at, kind, random.NextDouble(), random.NextDouble(), length));
            }
        }

        return [.. faults.OrderBy(static fault => fault.At)];
    }

    // The one of the framework differs from process to process.
    private static int HashCode(int seed, FaultKind kind) => unchecked((seed * 397) + ((int)kind * 7919));

    private static TimeSpan Next(Random random, int period) => TimeSpan.FromMilliseconds(period * (0.5 + random.NextDouble()));
}
