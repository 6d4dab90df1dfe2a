using Xunit;

namespace Restate.Actors.Tests.Client;

/// <summary>A clock with one timer, which fires when the test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private TimerCallback? _callback;
    private object? _state;

    public TimeSpan? DueTime { get; private set; }

    public void Fire() => _callback!(_state);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Assert.Null(_callback);
        (_callback, _state, DueTime) = (callback, state, dueTime);
        return new ManualTimer();
    }

    private sealed class ManualTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
