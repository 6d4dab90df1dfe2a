using System.Collections.Concurrent;
using Restate.Actors;

namespace FanOut;

/// <summary>Stands for a slow store: each tenth chapter can only be read the second time, and chapter 13 is torn.</summary>
public sealed class SimulatedLibrary : ILibrary
{
    private readonly ConcurrentDictionary<(string Book, int Chapter), int> _attempts = new();

    public async Task<string> Read(string book, int chapter, CancellationToken cancellationToken)
    {
        await Task.Delay(500 + chapter % 7 * 250, cancellationToken);
        if (chapter == 13)
        {
            throw new TerminalException("Chapter 13 is torn.", 422);            // this worker fails
        }

        if (_attempts.AddOrUpdate((book, chapter), 1, (_, count) => count + 1) == 1 && chapter % 10 == 0)
        {
            throw new IOException($"Chapter {chapter} is lent out.");           // this step is tried again
        }

        return string.Join(' ', Enumerable.Range(1, 50 + chapter).Select(word => word % 3 == 0 ? "the" : $"word{word % 17}"));
    }
}
