namespace Restate.Actors.Benchmarks.Driver.RealServer;

/// <summary>One round of one scenario through a server.</summary>
/// <param name="Rate">Requests per second.</param>
/// <param name="Median">Milliseconds of a request, at the median.</param>
/// <param name="Slow">The same for the 99th percentile.</param>
/// <param name="Cpu">Microseconds of CPU time of the endpoint per request, with all that the request calls.</param>
/// <param name="FailedAttempts">How many attempts the server had to repeat.</param>
internal readonly record struct IngressSample(double Rate, double Median, double Slow, double Cpu, double FailedAttempts);
