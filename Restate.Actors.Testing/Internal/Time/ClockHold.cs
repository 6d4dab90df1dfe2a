using Restate.Actors.Internal.Attempts;
using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing.Internal.Time;

/// <summary>An attempt or a step: it holds the clock while its code runs, unless it waits for a virtual timer of its own.</summary>
internal sealed class ClockHold(ServerLoop loop) : IAttemptActivity
{
    private static readonly AsyncLocal<ClockHold?> Ambient = new();

    private readonly Lock _lock = new();
    private int _timers;

    // An attempt that is woken while it parks begins before it has ended.
    private int _running;

    /// <summary>Gets or sets the attempt or step to which the code that runs now belongs. The handler of an attempt belongs to none: its time is the journal's.</summary>
    public static ClockHold? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public void Begin() => Change(running: 1, timers: 0);

    public void End() => Change(running: -1, timers: 0);

    public void BeginTimer() => Change(running: 0, timers: 1);

    public void EndTimer() => Change(running: 0, timers: -1);

    private void Change(int running, int timers)
    {
        lock (_lock)
        {
            var held = IsHolding_NeedsLock();
            _running += running;
            _timers += timers;
            var holds = IsHolding_NeedsLock();
            if (holds && !held)
            {
                loop.Hold();
            }
            else if (held && !holds)
            {
                loop.Release();
            }
        }
    }

    private bool IsHolding_NeedsLock() => _running > 0 && _timers == 0;
}
