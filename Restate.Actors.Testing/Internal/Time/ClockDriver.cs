using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing.Internal.Time;

/// <summary>Moves the virtual clock when everything is idle: as far as the test has asked for, or to the next timer while somebody outside waits.</summary>
internal sealed class ClockDriver(TestServer server, bool advancesItself)
{
    // Nobody waits through so many timers for something that a timer brings.
    private const int MostJumps = 1_000_000;

    private readonly Lock _lock = new();
    private readonly Queue<Advance> _advances = new();
    private int _jumps;

    /// <summary>Moves the clock; each timer on the way fires at its time, and all that follows from it is done before the next.</summary>
    public Task AdvanceAsync(TimeSpan time)
    {
        var advance = new Advance(time);
        lock (_lock)
        {
            _advances.Enqueue(advance);
        }

        server.Loop.Kick();
        return advance.Done.Task;
    }

    /// <summary>Does the next thing that time brings. Called when everything is idle.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Move()
    {
        var time = server.Time;
        var now = time.GetUtcNow();
        if (time.JumpTo(now) is { } due)
        {
            due.Fire();
            return true;
        }

        if (CurrentAdvance() is { } advance)
        {
            Move(advance, now);
            return true;
        }

        if (!advancesItself || server.Outside.Count == 0 || time.NextDue is not { } next)
        {
            _jumps = 0;
            return false;
        }

        if (++_jumps > MostJumps)
        {
            server.FailTest(TestErrors.EndlessTimers(server, MostJumps));
            _jumps = 0;
            return false;
        }

        time.JumpTo(next)?.Fire();
        return true;
    }

    private Advance? CurrentAdvance()
    {
        lock (_lock)
        {
            return _advances.TryPeek(out var advance) ? advance : null;
        }
    }

    private void Move(Advance advance, DateTimeOffset now)
    {
        var target = advance.Target ??= now + advance.Time;
        if (server.Time.NextDue is { } next && next <= target)
        {
            server.Time.JumpTo(next)?.Fire();
            return;
        }

        server.Time.JumpTo(target);
        lock (_lock)
        {
            _advances.Dequeue();
        }

        advance.Done.SetResult();
    }

    private sealed class Advance(TimeSpan time)
    {
        public TimeSpan Time => time;

        public DateTimeOffset? Target { get; set; }

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
