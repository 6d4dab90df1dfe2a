namespace Restate.Actors.Internal.Attempts;

/// <summary>Decides where and when the closures of steps are executed.</summary>
internal abstract class StepScheduler
{
    /// <summary>Gets the one that uses the thread pool, or the thread of the attempt's loop while the loop sleeps: that is a thread of the pool with nothing to do.</summary>
    public static StepScheduler ThreadPool { get; } = new ThreadPoolScheduler();

    /// <summary>Gets whether the thread of the loop may execute steps instead.</summary>
    public virtual bool SharesLoopThread => false;

    /// <summary>Starts an execution. Returns before it has run.</summary>
    public abstract void Start(StepExecution step);

    private sealed class ThreadPoolScheduler : StepScheduler
    {
        public override bool SharesLoopThread => true;

        public override void Start(StepExecution step) => step.Queue();
    }
}
