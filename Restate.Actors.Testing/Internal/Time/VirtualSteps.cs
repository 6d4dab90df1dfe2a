using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Turns;
using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing.Internal.Time;

/// <summary>Executes steps on the thread pool, as in production, and keeps the clock from jumping meanwhile.</summary>
internal sealed class VirtualSteps(ServerLoop loop) : StepScheduler
{
    public override void Start(StepExecution step)
    {
        var work = new StepWork(loop);
        work.Begin();
        System.Threading.ThreadPool.UnsafeQueueUserWorkItem(
            static state => ExecutionContext.Run(CleanExecutionContext.Empty, static state => _ = RunAsync(((StepWork, StepExecution))state!), state),
            (work, step),
            preferLocal: true);
    }

    private static async Task RunAsync((StepWork Work, StepExecution Step) started)
    {
        StepWork.Current = started.Work;
        try
        {
            await started.Step.ExecuteAsync().ConfigureAwait(false);
        }
        finally
        {
            started.Work.End();
        }
    }
}
