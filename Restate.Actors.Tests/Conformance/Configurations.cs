using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Conformance;

/// <summary>The configurations of the server under which everything has to hold.</summary>
internal static class Configurations
{
    public const string InactivityTimeout = "RESTATE_WORKER__INVOKER__INACTIVITY_TIMEOUT";
    public const string Version7 = "RESTATE_EXPERIMENTAL_ENABLE_PROTOCOL_V7";

    private const string DisableEagerState = "RESTATE_WORKER__INVOKER__DISABLE_EAGER_STATE";

    // Failed attempts are repeated soon, to save the time of the tests.
    public static RestateServerSettings Default { get; } = new RestateServerSettings()
        .With("RESTATE_DEFAULT_RETRY_POLICY__INITIAL_INTERVAL", "20ms")
        .With("RESTATE_DEFAULT_RETRY_POLICY__MAX_INTERVAL", "500ms");

    public static RestateServerSettings AlwaysSuspending { get; } = Default.With(InactivityTimeout, "0s");

    public static RestateServerSettings LazyState { get; } = Default.With(DisableEagerState, "true");

    public static RestateServerSettings LazyStateAlwaysSuspending { get; } = LazyState.With(InactivityTimeout, "0s");

    public static RestateServerSettings SingleThreadSinglePartition { get; } = Default.With("RESTATE_DEFAULT_THREAD_POOL_SIZE", "1") with { Partitions = 1 };

    public static RestateServerSettings PersistedTimers { get; } = Default.With("RESTATE_WORKER__NUM_TIMERS_IN_MEMORY_LIMIT", "1");

    public static RestateServerSettings Protocol7 { get; } = Default.With(Version7, "true").With("RESTATE_EXPERIMENTAL_ENABLE_VQUEUES", "true");

    public static RestateServerSettings Protocol7AlwaysSuspending { get; } = Protocol7.With(InactivityTimeout, "0s");

    public static RestateServerSettings NonDeterminism { get; } = AlwaysSuspending
        .With("RESTATE_DEFAULT_RETRY_POLICY__MAX_ATTEMPTS", "1")
        .With("RESTATE_DEFAULT_RETRY_POLICY__ON_MAX_ATTEMPTS", "kill");
}
