namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>Keeps the last lines which a child process printed, for error messages.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class OutputTail(int capacity = 60)
{
    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();

    public void Add(string line)
    {
        lock (_lock)
        {
            if (_lines.Count == capacity)
            {
                _lines.Dequeue();
            }

            _lines.Enqueue(line);
        }
    }

    /// <summary>Renders the lines, each marked as a quotation, or says that there are none.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            return _lines.Count == 0 ? "  | (no output)" : string.Join('\n', _lines.Select(line => $"  | {line}"));
        }
    }
}
