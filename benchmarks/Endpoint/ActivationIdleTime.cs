using System.Globalization;

namespace Restate.Actors.Benchmarks.Endpoint;

/// <summary>Lets the measurement of warm activations see the end of them in less than the default minute.</summary>
internal static class ActivationIdleTime
{
    /// <summary>Sets what the environment variable <c>ACTIVATION_IDLE_SECONDS</c> says, if it is set.</summary>
    public static void Apply(RestateActorsOptions options)
    {
        if (Environment.GetEnvironmentVariable("ACTIVATION_IDLE_SECONDS") is { } seconds)
        {
            options.ActivationIdleTimeout = TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
        }
    }
}
