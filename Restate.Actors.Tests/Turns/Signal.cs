using System.Runtime.CompilerServices;

using Xunit;

namespace Restate.Actors.Tests.Turns;

/// <summary>Lets a thread wait, for a bounded time, until another one has come to a point. Once set it stays set until <see cref="Reset"/>.</summary>
internal sealed class Signal
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly object _gate = new();
    private bool _isSet;

    public void Set()
    {
        lock (_gate)
        {
            _isSet = true;
            Monitor.PulseAll(_gate);
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _isSet = false;
        }
    }

    public void Wait([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        lock (_gate)
        {
            while (!_isSet)
            {
                Assert.True(Monitor.Wait(_gate, Limit), $"Nothing happened for {Limit} at {file}:{line}.");
            }
        }
    }
}
