namespace Restate.Actors.Hosting.Internal.Registration;

/// <summary>Finds the address under which the server reaches this process.</summary>
internal static class DeploymentAddress
{
    /// <summary>Chooses among the addresses that the web server listens on.</summary>
    /// <param name="addresses">The addresses, as Kestrel reports them.</param>
    /// <param name="port">The port that was opened for Restate, if one was.</param>
    /// <param name="prefix">The path in front of the routes.</param>
    /// <exception cref="InvalidOperationException">There is none, or several and it is not clear which; the message says what to set.</exception>
    public static Uri Choose(IEnumerable<string> addresses, ActorPort? port, string prefix)
    {
        var candidates = addresses.Select(ToReachable).Where(uri => port is null || uri.Port == port.Number).DistinctBy(uri => (uri.Scheme, uri.Port)).ToArray();
        return candidates.Length == 1
            ? new Uri(candidates[0], prefix.TrimStart('/'))
            : throw new InvalidOperationException(
                candidates.Length == 0
                    ? "The address to register cannot be told: the web server listens nowhere. Call builder.WebHost.ListenRestateActors(), or set RestateRegistrationOptions.DeploymentUri."
                    : $"The address to register cannot be told: the web server listens on {string.Join(" and ", candidates.Select(uri => uri.ToString()))}. "
                        + "Open the port for Restate with builder.WebHost.ListenRestateActors(), or set RestateRegistrationOptions.DeploymentUri.");
    }

    // Wildcards are no addresses that one can connect to.
    private static Uri ToReachable(string address)
    {
        return new Uri(address
            .Replace("//+", "//localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal)
            .Replace("//[::]", "//localhost", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal));
    }
}
