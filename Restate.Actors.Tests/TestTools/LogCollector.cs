using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Xunit.Sdk;

namespace Restate.Actors.Tests.TestTools;

/// <summary>Collects what a host logs as a problem, so that a test fails when something went wrong behind its back.</summary>
/// <remarks>Errors of anyone, and warnings of all but the web server, which warns of a slow machine.</remarks>
public sealed class LogCollector : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentQueue<string> _expected = new();

    /// <summary>Gets the problems, expected or not.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    /// <summary>Declares a problem that a test causes on purpose.</summary>
    /// <param name="part">A part of its text.</param>
    public void Expect(string part) => _expected.Enqueue(part);

    /// <summary>Begins a test.</summary>
    public void Clear()
    {
        _problems.Clear();
        _expected.Clear();
    }

    /// <summary>Ends a test.</summary>
    public void Verify()
    {
        var unexpected = _problems.Where(problem => !_expected.Any(part => problem.Contains(part, StringComparison.Ordinal))).ToArray();
        if (unexpected.Length > 0)
        {
            throw new XunitException(
                $"The host logged {unexpected.Length} problems that the test did not declare:\n{string.Join('\n', unexpected.Distinct().Take(5))}");
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LogCollector collector, string category) : ILogger
    {
        private readonly LogLevel _least = category.StartsWith("Microsoft.", StringComparison.Ordinal) ? LogLevel.Error : LogLevel.Warning;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= _least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                collector._problems.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
