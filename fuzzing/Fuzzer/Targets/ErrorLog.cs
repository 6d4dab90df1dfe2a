using Microsoft.Extensions.Logging;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>Keeps the first error that was logged: the engine logs one only for a defect of its own.</summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    private string? _first;

    /// <summary>Takes the first error.</summary>
    public string? Take() => Interlocked.Exchange(ref _first, null);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Interlocked.CompareExchange(ref _first, $"{formatter(state, exception)}\n{exception}", null);
        }
    }

    public void Dispose()
    {
    }
}
