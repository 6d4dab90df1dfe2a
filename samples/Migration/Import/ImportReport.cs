using System.Collections.Concurrent;

namespace MigrationSample.Import;

/// <summary>What an import has done. Thread-safe.</summary>
public sealed class ImportReport
{
    private readonly ConcurrentDictionary<ImportOutcome, int> _counts = new();
    private readonly ConcurrentQueue<string> _failures = new();
    private int _done;

    /// <summary>Gets how many objects are dealt with.</summary>
    public int Done => _done;

    /// <summary>Gets why objects were not imported, a line each.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>Tells how many objects had an outcome.</summary>
    public int Count(ImportOutcome outcome) => _counts.GetValueOrDefault(outcome);

    internal int Add(ImportObject item, ImportOutcome outcome, string? reason = null)
    {
        _counts.AddOrUpdate(outcome, 1, (_, count) => count + 1);
        if (reason is not null)
        {
            _failures.Enqueue($"{item.Service}/{item.Key}: {reason}");
        }

        return Interlocked.Increment(ref _done);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(", ", _counts.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}"));
}
