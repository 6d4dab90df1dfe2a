using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing.Internal.Time;

/// <summary>One execution of a step: it holds the clock, unless it waits for a virtual timer of its own.</summary>
internal sealed class StepWork(ServerLoop loop)
{
    private static readonly AsyncLocal<StepWork?> Ambient = new();

    private readonly Lock _lock = new();
    private int _timers;
    private bool _isOver;

    /// <summary>Gets or sets the step to which the code that runs now belongs.</summary>
    public static StepWork? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public void Begin() => loop.Hold();

    public void BeginTimer()
    {
        lock (_lock)
        {
            if (_timers++ == 0 && !_isOver)
            {
                // Elsewhere: who lets the loop go on may have to do its work, and this code is in the middle of its own.
                ThreadPool.UnsafeQueueUserWorkItem(static loop => loop.Release(), loop, preferLocal: false);
            }
        }
    }

    public void EndTimer()
    {
        lock (_lock)
        {
            if (--_timers == 0 && !_isOver)
            {
                loop.Hold();
            }
        }
    }

    public void End()
    {
        lock (_lock)
        {
            _isOver = true;
            if (_timers > 0)
            {
                return;
            }
        }

        loop.Release();
    }
}
