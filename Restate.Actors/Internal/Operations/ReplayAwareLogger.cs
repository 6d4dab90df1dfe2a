using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Restate.Actors.Internal.Operations;

/// <summary>A logger that is silent while the handler repeats what the journal holds. Its lines stand in the scope of the invocation and belong to the span of the attempt.</summary>
/// <remarks>Both are put around each line: what flows with the handler must not differ from attempt to attempt.</remarks>
internal sealed class ReplayAwareLogger(Invocation invocation) : ILogger
{
    private readonly InvocationScope _scope = new(invocation);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        return invocation.Settings.Logger.BeginScope(state);
    }

    public bool IsEnabled(LogLevel logLevel) => !invocation.Journal.IsReplaying && invocation.Settings.Logger.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var logger = invocation.Settings.Logger;
        using var scope = logger.BeginScope(_scope);
        if (invocation.Observation?.Span is not { } span)
        {
            logger.Log(logLevel, eventId, state, exception, formatter);
            return;
        }

        var current = Activity.Current;
        Activity.Current = span;
        try
        {
            logger.Log(logLevel, eventId, state, exception, formatter);
        }
        finally
        {
            Activity.Current = current;
        }
    }
}
