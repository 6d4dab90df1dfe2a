using Microsoft.Extensions.Logging;

namespace Restate.Actors.Internal.Attempts;

/// <summary>What attempts write to the log.</summary>
internal static partial class AttemptLog
{
    [LoggerMessage(1, LogLevel.Debug, "Invocation {InvocationId} of {Handler} suspended; it waits for {WaitCount} results.")]
    public static partial void Suspended(ILogger logger, string invocationId, string handler, int waitCount);

    [LoggerMessage(2, LogLevel.Debug, "Invocation {InvocationId} of {Handler} completed.")]
    public static partial void Completed(ILogger logger, string invocationId, string handler);

    [LoggerMessage(3, LogLevel.Warning, "Attempt of {Handler}, invocation {InvocationId}, failed and may be retried: {Reason}")]
    public static partial void Failed(ILogger logger, Exception? error, string invocationId, string handler, string reason);

    [LoggerMessage(4, LogLevel.Debug, "Attempt of {Handler}, invocation {InvocationId}, was given up by the server or replaced by a newer one.")]
    public static partial void Aborted(ILogger logger, string invocationId, string handler);

    [LoggerMessage(5, LogLevel.Warning, "{Problem} It is allowed here, since escapes are only reported, but a replay may go another way.")]
    public static partial void Escaped(ILogger logger, string problem);

    [LoggerMessage(6, LogLevel.Warning, "A scoped service of {Handler} failed while it was disposed.")]
    public static partial void DisposeFailed(ILogger logger, Exception error, string handler);

    [LoggerMessage(7, LogLevel.Warning, "[RSTA2005] A turn of {Handler}, invocation {InvocationId}, has not ended for {Threshold}. It computes, or it blocks its thread; await instead, or use Run(...) for long work.")]
    public static partial void LongTurn(ILogger logger, string handler, string invocationId, TimeSpan threshold);

    [LoggerMessage(8, LogLevel.Error, "An attempt of {Handler} broke down in the engine, not in the handler. Its stream is reset; Restate tries again.")]
    public static partial void BrokeDown(ILogger logger, Exception error, string handler);
}
