using Microsoft.Extensions.Logging;

namespace Restate.Actors.Internal.Http;

internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Warning, "The {Operation} got no usable answer from Restate ({Reason}); it is sent again in {PauseMilliseconds} ms.")]
    public static partial void Retrying(ILogger logger, string operation, string reason, long pauseMilliseconds);
}
