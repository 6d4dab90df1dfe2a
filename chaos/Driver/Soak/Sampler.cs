using System.Diagnostics;
using Restate.Actors.Chaos.Driver.World;

namespace Restate.Actors.Chaos.Driver.Soak;

/// <summary>Measures an endpoint at equal intervals.</summary>
internal sealed class Sampler(EndpointProcess endpoint, Func<int> countOperations)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly List<Sample> _samples = [];

    public IReadOnlyList<Sample> Samples => _samples;

    /// <summary>Measures until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        var last = (Time: TimeSpan.Zero, Count: countOperations());
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                var figures = await endpoint.MeasureAsync(isCollecting: false);
                var now = (Time: Stopwatch.GetElapsedTime(started), Count: countOperations());
                _samples.Add(new Sample(now.Time, (now.Count - last.Count) / (now.Time - last.Time).TotalSeconds, figures));
                last = now;
            }
        }
        catch (OperationCanceledException)
        {
            // The soak is over.
        }
    }
}
