using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Internal.Telemetry;

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
    private readonly TimeProvider _clock = environment.HandlerClock ?? environment.Clock;

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
        report(outcome);
    }

    // A step that is told to stop fails as it likes; that says nothing about its work.
    private TerminalException? TryMap(Exception error)
    {
        return error is OperationCanceledException && context.AttemptAborted.IsCancellationRequested ? null : mapError(error);
    }
}
