namespace Restate.Actors.Tests.TestTools;

/// <summary>What a test wants of its server.</summary>
public sealed record RestateServerSettings
{
    private const string InactivityTimeout = "RESTATE_WORKER__INVOKER__INACTIVITY_TIMEOUT";

    /// <summary>Gets the number of partitions. One is enough unless a test is about calls between partitions.</summary>
    public int Partitions { get; init; } = 2;

    /// <summary>Gets the place of the server in a cluster, or <see langword="null"/> for a server of its own.</summary>
    public RestateNode? Node { get; init; }

    /// <summary>Gets the server's settings, by the names of their environment variables; null or empty leaves the server's defaults.</summary>
    public IReadOnlyDictionary<string, string> EnvironmentVariables { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets settings under which each await suspends, so that each await is replayed.</summary>
    public static RestateServerSettings AlwaysSuspend { get; } = new RestateServerSettings().With(InactivityTimeout, "0s");

    /// <summary>Gets settings under which the server gives an attempt up when it is silent for a moment.</summary>
    public static RestateServerSettings Impatient { get; } =
        new RestateServerSettings().With(InactivityTimeout, "200ms").With("RESTATE_WORKER__INVOKER__ABORT_TIMEOUT", "200ms");

    public bool Suspends => EnvironmentVariables.TryGetValue(InactivityTimeout, out var timeout) && timeout == "0s";

    /// <summary>Gets settings under which the server sends no state with the invocation.</summary>
    public static RestateServerSettings LazyState { get; } = new RestateServerSettings().With("RESTATE_WORKER__INVOKER__DISABLE_EAGER_STATE", "true");

    /// <summary>Gets settings under which the server speaks version 7 of the protocol.</summary>
    public static RestateServerSettings NewestProtocol { get; } = new RestateServerSettings().With("RESTATE_EXPERIMENTAL_ENABLE_PROTOCOL_V7", "true");

    /// <summary>Returns the same settings and one more environment variable.</summary>
    public RestateServerSettings With(string name, string value) =>
        this with { EnvironmentVariables = new Dictionary<string, string>(EnvironmentVariables) { [name] = value } };

    /// <summary>Returns the same settings and the environment variables of others.</summary>
    public RestateServerSettings And(RestateServerSettings other) =>
        other.EnvironmentVariables.Aggregate(this, static (all, variable) => all.With(variable.Key, variable.Value));
}
