using Microsoft.Extensions.Logging;

namespace Restate.Actors.Internal.Attempts;

/// <summary>What filters leave in the log.</summary>
internal static partial class FilterLog
{
    [LoggerMessage(1, LogLevel.Warning, "A filter of attempts failed after an attempt of {Service}/{Handler}. The outcome of the attempt stands.")]
    public static partial void AttemptFilterFailed(ILogger logger, Exception error, string service, string handler);
}
