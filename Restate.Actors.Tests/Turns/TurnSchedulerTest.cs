using System.Globalization;
using Restate.Actors.Internal.Turns;
using Xunit;

#pragma warning disable VSTHRD001, VSTHRD100, VSTHRD101, VSTHRD110, CA2008 // Misuse by user code is what is tried here.

namespace Restate.Actors.Tests.Turns;

/// <summary>A scheduler under test, and the ways to enter it.</summary>
public abstract class TurnSchedulerTest
{
    private protected TurnSchedulerTest() => Scheduler = new TurnScheduler(Observer);

    private protected RecordingTurnObserver Observer { get; } = new();

    private protected TurnScheduler Scheduler { get; }

    private protected static CultureInfo CallerCulture() => (CultureInfo)CultureInfo.InvariantCulture.Clone();

    private protected static string CultureName()
        => ReferenceEquals(CultureInfo.CurrentCulture, CultureInfo.InvariantCulture) && ReferenceEquals(CultureInfo.CurrentUICulture, CultureInfo.InvariantCulture)
            ? "invariant"
            : "other";

    private protected static void OnAnotherThread(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(10)));
    }

    // Has ended when it returns, so that the await does not leave the pump.
    private protected static Task<T> RunElsewhere<T>(Func<T> function)
    {
        var source = new TaskCompletionSource<T>();
        OnAnotherThread(() => source.SetResult(function()));
        return source.Task;
    }

    private protected void DrainForeign()
    {
        SpinWait.SpinUntil(() => Scheduler.HasForeignWork, TimeSpan.FromSeconds(10));
        Scheduler.Drain();
    }

    private protected void Start(Action handler) => Scheduler.Run(static state => ((Action)state!)(), handler);

    private protected void StartAsync(Func<Task> handler) => Scheduler.Run(static state => _ = ((Func<Task>)state!)(), handler);

    private protected void Complete(Action completion) => Scheduler.Complete(
        static state =>
        {
            ((Action)state!)();
            return false;
        },
        completion);
}
