using Microsoft.Extensions.Logging;

namespace Restate.Actors.Internal.Operations;

/// <summary>A logger that is silent while the handler repeats what the journal holds.</summary>
internal sealed class ReplayAwareLogger(Invocation invocation) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        return invocation.Settings.Logger.BeginScope(state);
    }

    public bool IsEnabled(LogLevel logLevel) => !invocation.Journal.IsReplaying && invocation.Settings.Logger.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!invocation.Journal.IsReplaying)
        {
            invocation.Settings.Logger.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
