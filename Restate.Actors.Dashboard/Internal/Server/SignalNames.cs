namespace Restate.Actors.Dashboard.Internal.Server;

/// <summary>What signals with a number mean.</summary>
internal static class SignalNames
{
    /// <summary>The cancellation, for which every invocation listens.</summary>
    public const long Cancel = 1;

    // Below are reserved ones.
    private const long FirstAwakeable = 17;

    public static string TypeOf(long? index) => index switch
    {
        Cancel => "Cancel",
        >= FirstAwakeable => "Awakeable",
        _ => "Signal",
    };
}
