using System.Collections.Concurrent;

namespace Restate.Actors.Tests.Testing.Differential;

/// <summary>Makes the first executions of something fail, across attempts.</summary>
public sealed class Trouble
{
    private readonly ConcurrentDictionary<string, int> _executions = new();

    public void FailFirst(string what, int failures)
    {
        var number = _executions.AddOrUpdate(what, 1, static (_, count) => count + 1);
        if (number <= failures)
        {
            throw new InvalidOperationException($"trouble with {failures}");
        }
    }
}
