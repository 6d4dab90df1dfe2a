using Microsoft.Extensions.Logging;

namespace Restate.Actors.Hosting.Internal.Endpoint;

internal static partial class ShutdownLog
{
    [LoggerMessage(
        1,
        LogLevel.Warning,
        "{Count} attempts had not come to a wait when the time for the shutdown was over, and are cut. The server makes them again, with their last steps. "
        + "HostOptions.ShutdownTimeout should be longer than the longest step.")]
    public static partial void TimeIsOver(ILogger logger, int count);
}
