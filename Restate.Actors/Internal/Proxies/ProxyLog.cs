using Microsoft.Extensions.Logging;

namespace Restate.Actors.Internal.Proxies;

internal static partial class ProxyLog
{
    [LoggerMessage(1, LogLevel.Warning, "A key of {Actor} has {Length} characters. Keys are stored with each invocation and state entry; keep them below 1 KiB.")]
    public static partial void LongKey(ILogger logger, string actor, int length);
}
