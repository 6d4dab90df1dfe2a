using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Turns;
using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing.Internal.Time;

/// <summary>Executes steps on the thread pool, as in production, and keeps the clock from jumping meanwhile.</summary>
internal sealed class VirtualSteps(ServerLoop loop) : StepScheduler
{
    public override void Start(StepExecution step)
    {
        var hold = new ClockHold(loop);
        hold.Begin();
        System.Threading.ThreadPool.UnsafeQueueUserWorkItem(
            static state => ExecutionContext.Run(CleanExecutionContext.Empty, static state => _ = RunAsync(((ClockHold, StepExecution))state!), state),
            (hold, step),
            preferLocal: true);
    }

    private static async Task RunAsync((ClockHold Hold, StepExecution Step) started)
    {
        ClockHold.Current = started.Hold;
        try
        {
            await started.Step.ExecuteAsync().ConfigureAwait(false);
        }
        finally
        {
            started.Hold.End();
        }
    }
}
