using System.Collections.Concurrent;

namespace Restate.Actors.Tests.Testing.Actors;

/// <summary>Notes that actors leave for a test.</summary>
public sealed class Whiteboard
{
    private readonly ConcurrentDictionary<string, string> _notes = new();
    private int _count;

    public string Read(string tag) => _notes[tag];

    public void Write(string tag, string note) => _notes[tag] = note;

    public int Count() => Interlocked.Increment(ref _count);
}
