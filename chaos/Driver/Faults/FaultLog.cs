using System.Diagnostics;
using System.Globalization;

namespace Restate.Actors.Chaos.Driver.Faults;

/// <summary>Writes down what was injected, with the time since the start, and counts it.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class FaultLog(string path) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly StreamWriter _writer = new(path) { AutoFlush = true };
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>Writes a line.</summary>
    public void Write(string line)
    {
        lock (_lock)
        {
            _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(_started).TotalSeconds,8:0.000}  {line}"));
        }
    }

    /// <summary>Counts something that has happened, and writes a line.</summary>
    public void Count(string what, string line)
    {
        lock (_lock)
        {
            _counts[what] = _counts.GetValueOrDefault(what) + 1;
        }

        Write(line);
    }

    /// <summary>Lists what was counted.</summary>
    public string Summary()
    {
        lock (_lock)
        {
            return string.Join(", ", _counts.Select(static count => $"{count.Value} {count.Key}"));
        }
    }

    public void Dispose() => _writer.Dispose();
}
