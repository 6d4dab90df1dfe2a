using Restate.Actors.Internal.Turns;

using Xunit;

namespace Restate.Actors.Tests.Turns;

public sealed class TurnSchedulerTests
{
    private readonly RecordingTurnObserver _observer = new();
    private readonly TurnScheduler _scheduler;

    public TurnSchedulerTests() => _scheduler = new TurnScheduler(_observer);

    [Fact]
    public void Run_AwaitOfPlainSource_ContinuesInsideComplete()
    {
        var source = new TaskCompletionSource<int>();
        var seen = 0;
        Start(async () => seen = await source.Task);

        Complete(() => source.SetResult(7));

        Assert.Equal(7, seen);
        Assert.Equal(0, _observer.ForeignPosts);
    }

    private void Start(Func<Task> handler) => _scheduler.Run(static state => _ = ((Func<Task>)state!)(), handler);

    private void Complete(Action completion) => _scheduler.Complete(static state => ((Action)state!)(), completion);
}
