using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Internal.Telemetry;
using Restate.Actors.Internal.Turns;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Executes the closure of a step and reports the outcome.</summary>
internal sealed class StepExecution(
    uint completionId,
    RunStep step,
    RunContext context,
    AttemptEnvironment environment,
    AttemptObservation? observation,
    Func<Exception, TerminalException?> mapError,
    Action<StepOutcome> report) : IThreadPoolWorkItem
{
    // Each may wake the loop of its attempt, which may come to the next step: a stack is finite.
    private const int MostOnThread = 8;

    private static readonly ContextCallback StartClean = static step =>
    {
        SynchronizationContext.SetSynchronizationContext(null);
        ((StepExecution)step!).Execute();
    };

    [ThreadStatic]
    private static int StepsOnThread;

    private readonly TimeProvider _clock = environment.HandlerClock ?? environment.Clock;
    private volatile bool _isReported;

    /// <summary>Gets whether this thread may execute a step: no code of another attempt, and not too many steps, are below on its stack.</summary>
    public static bool IsPossibleHere => StepsOnThread < MostOnThread && TurnScheduler.Current is null && TaskScheduler.Current == TaskScheduler.Default;

    /// <summary>Executes the closure on the thread pool.</summary>
    public void Queue() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);

    /// <summary>Executes the closure on this thread, up to its first wait, in a context that has nothing of the thread's.</summary>
    /// <returns>Whether it has ended.</returns>
    public bool ExecuteHere()
    {
        StepsOnThread++;
        ExecutionContext.Run(CleanExecutionContext.Empty, StartClean, this);
        StepsOnThread--;
        return _isReported;
    }

    public void Execute() => _ = ExecuteAsync();

    /// <summary>Executes the closure. Never fails: whatever it does is an outcome.</summary>
    /// <returns>A task that completes when the outcome is reported.</returns>
    public async Task ExecuteAsync()
    {
        RunScope.Current = step.Name;
        var run = observation?.StartRun(step.Name);
        var started = _clock.GetTimestamp();
        Exception? thrown = null;
        StepOutcome outcome;
        try
        {
            outcome = new StepOutcome(completionId, await step.ExecuteAsync(context, environment.Payloads).ConfigureAwait(false));
        }
        catch (Exception error) when (TryMap(error) is { } terminal)
        {
            thrown = error;
            outcome = new StepOutcome(completionId, TerminalError: terminal);
        }
        catch (Exception error)
        {
            thrown = error;
            var elapsed = _clock.GetElapsedTime(started);
            var failure = new RunFailure(
                ErrorCodes.Internal, AttemptErrors.MessageOf(error), AttemptErrors.StackTraceOf(error), elapsed, AttemptErrors.RetryAfterOf(error));
            outcome = new StepOutcome(completionId, Failure: failure);
        }

        run?.End(thrown);
        _isReported = true;
        report(outcome);
    }

    // A step that is told to stop fails as it likes; that says nothing about its work.
    private TerminalException? TryMap(Exception error)
    {
        return error is OperationCanceledException && context.AttemptAborted.IsCancellationRequested ? null : mapError(error);
    }
}
