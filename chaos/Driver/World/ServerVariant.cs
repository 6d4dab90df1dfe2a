namespace Restate.Actors.Chaos.Driver.World;

/// <summary>How the servers of a run are set: the seed chooses, so that some seeds meet all.</summary>
/// <param name="InactivityTimeout">Silence after which a handler that waits is suspended; 0s suspends at each wait.</param>
/// <param name="IsProtocol7">Whether version 7 of the service protocol is on.</param>
/// <param name="IsStateLazy">Whether state is fetched when it is read.</param>
internal sealed record ServerVariant(string InactivityTimeout, bool IsProtocol7, bool IsStateLazy)
{
    private static readonly string[] InactivityTimeouts = ["100ms", "60s", "0s"];

    public static ServerVariant Of(int seed) => new(InactivityTimeouts[seed % 3], seed / 3 % 2 == 1, seed % 4 == 3);

    /// <summary>Returns the settings by the names of their environment variables.</summary>
    public IReadOnlyDictionary<string, string> ToVariables()
    {
        var variables = new Dictionary<string, string>
        {
            ["RESTATE_WORKER__INVOKER__INACTIVITY_TIMEOUT"] = InactivityTimeout,
            ["RESTATE_WORKER__INVOKER__ABORT_TIMEOUT"] = "2s",
        };
        if (IsProtocol7)
        {
            variables["RESTATE_EXPERIMENTAL_ENABLE_PROTOCOL_V7"] = "true";
            variables["RESTATE_EXPERIMENTAL_ENABLE_VQUEUES"] = "true";
        }

        if (IsStateLazy)
        {
            variables["RESTATE_WORKER__INVOKER__DISABLE_EAGER_STATE"] = "true";
        }

        return variables;
    }
}
