using System.Diagnostics.Tracing;

namespace Restate.Actors.Benchmarks.Micro;

/// <summary>Which types a scenario allocates, by samples of the runtime: <c>MicroBenchmarks allocations greet 5</c>.</summary>
internal sealed class Allocations : EventListener
{
    private const EventKeywords GarbageCollection = (EventKeywords)0x1;

    private readonly Dictionary<string, long> _bytes = [];

    public static async Task RunAsync(string scenario, int seconds)
    {
        var benchmarks = new AttemptBenchmarks { Scenario = scenario };
        benchmarks.Prepare();
        await benchmarks.Run().ConfigureAwait(false);
        var allocated = GC.GetTotalAllocatedBytes();
        var count = 0;
        using (var listener = new Allocations())
        {
            for (var end = Environment.TickCount64 + (seconds * 1000L); Environment.TickCount64 < end; count++)
            {
                await benchmarks.Run().ConfigureAwait(false);
            }

            listener.Print((GC.GetTotalAllocatedBytes() - allocated) / (double)count);
        }

        await benchmarks.CleanAsync().ConfigureAwait(false);
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(eventSource, EventLevel.Verbose, GarbageCollection);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) == true && eventData.Payload?[5] is string type)
        {
            lock (_bytes)
            {
                _bytes[type] = _bytes.GetValueOrDefault(type) + Convert.ToInt64(eventData.Payload[3], null);
            }
        }
    }

    private void Print(double perInvocation)
    {
        lock (_bytes)
        {
            var total = _bytes.Values.Sum();
            Console.WriteLine($"{perInvocation:F0} bytes per invocation");
            foreach (var (type, bytes) in _bytes.OrderByDescending(entry => entry.Value).Take(45))
            {
                Console.WriteLine($"{bytes * perInvocation / total,8:F0}  {type}");
            }
        }
    }
}
