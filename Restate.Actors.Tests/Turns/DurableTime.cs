using Restate.Actors.Internal.Turns;

using Xunit;

namespace Restate.Actors.Tests.Turns;

/// <summary>A clock that stands still; its timers fire when the pump of the test releases them, in the order in which they were set.</summary>
internal sealed class DurableTime(Action<Action> enqueue) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;

    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new DurableTimer(enqueue, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class DurableTimer(Action<Action> enqueue, TimerCallback callback, object? state) : ITimer
    {
        private int _setting;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var setting = ++_setting;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                enqueue(() => Fire(setting, period));
            }

            return true;
        }

        public void Dispose() => _setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        private void Fire(int setting, TimeSpan period)
        {
            if (setting != _setting)
            {
                return;
            }

            if (period != Timeout.InfiniteTimeSpan)
            {
                enqueue(() => Fire(setting, period));
            }

            Assert.NotNull(TurnScheduler.Current);
            callback(state);
        }
    }
}
