using Microsoft.Extensions.Logging;

namespace Restate.Actors.Internal.Operations;

/// <summary>What operations write to the log.</summary>
internal static partial class OperationsLog
{
    [LoggerMessage(21, LogLevel.Warning, "A callback of RunContext.AttemptAborted failed.")]
    public static partial void AbandonmentFailed(ILogger logger, Exception error);
}
