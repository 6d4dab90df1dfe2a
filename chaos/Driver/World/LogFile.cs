namespace Restate.Actors.Chaos.Driver.World;

/// <summary>A file of lines.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class LogFile(string path) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly StreamWriter _writer = new(path) { AutoFlush = true };

    public void Write(string line)
    {
        lock (_lock)
        {
            if (_writer.BaseStream is not null)
            {
                _writer.WriteLine(line);
            }
        }
    }

    public IReadOnlyList<string> Read()
    {
        lock (_lock)
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd().Split('\n');
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _writer.Dispose();
        }
    }
}
