namespace Restate.Actors.Internal.Attempts;

/// <summary>Decides where and when the closures of steps are executed.</summary>
internal abstract class StepScheduler
{
    public static StepScheduler ThreadPool { get; } = new ThreadPoolScheduler();

    /// <summary>Starts an execution. Returns before it has run.</summary>
    public abstract void Start(StepExecution step);

    private sealed class ThreadPoolScheduler : StepScheduler
    {
        public override void Start(StepExecution step) => System.Threading.ThreadPool.UnsafeQueueUserWorkItem(step, preferLocal: true);
    }
}
