namespace Restate.Actors.Benchmarks.Driver.Reports;

/// <summary>One round of one scenario on one endpoint.</summary>
/// <param name="Cpu">Microseconds of CPU time per invocation.</param>
/// <param name="Rate">Invocations per second.</param>
/// <param name="Median">Microseconds from the first byte sent to the end of the response, at the median.</param>
/// <param name="Slow">The same for the 99th percentile.</param>
internal readonly record struct Sample(double Cpu, double Rate, double Median, double Slow);
