namespace Restate.Actors.Benchmarks.Driver.Cpu;

/// <summary>One round of one scenario on one endpoint.</summary>
/// <param name="Cpu">Microseconds of CPU time per invocation.</param>
/// <param name="Allocated">Allocated bytes per invocation; not a number if the endpoint cannot tell.</param>
/// <param name="Rate">Invocations per second.</param>
/// <param name="Median">Microseconds from the first byte sent to the end of the response, at the median.</param>
/// <param name="Slow">The same for the 99th percentile.</param>
/// <param name="Peak">The most memory that the process occupied meanwhile, in bytes.</param>
internal readonly record struct Sample(double Cpu, double Allocated, double Rate, double Median, double Slow, double Peak);
