using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Executes the closure of a step on the thread pool and reports the outcome.</summary>
internal sealed class StepExecution(
    uint completionId,
    RunStep step,
    RunContext context,
    AttemptEnvironment environment,
    Func<Exception, TerminalException?> mapError,
    Action<StepOutcome> report) : IThreadPoolWorkItem
{
    // Never fails: whatever the closure does is an outcome.
    public void Execute() => _ = ExecuteAsync();

    private async Task ExecuteAsync()
    {
        RunScope.Current = step.Name;
        var started = environment.Clock.GetTimestamp();
        StepOutcome outcome;
        try
        {
            outcome = new StepOutcome(completionId, await step.ExecuteAsync(context, environment.Payloads).ConfigureAwait(false));
        }
        catch (Exception error) when (TryMap(error) is { } terminal)
        {
            outcome = new StepOutcome(completionId, TerminalError: terminal);
        }
        catch (Exception error)
        {
            var elapsed = environment.Clock.GetElapsedTime(started);
            var failure = new RunFailure(ErrorCodes.Internal, AttemptErrors.MessageOf(error), AttemptErrors.StackTraceOf(error), elapsed);
            outcome = new StepOutcome(completionId, Failure: failure);
        }

        report(outcome);
    }

    // A step that is told to stop fails as it likes; that says nothing about its work.
    private TerminalException? TryMap(Exception error)
    {
        return error is OperationCanceledException && context.AttemptAborted.IsCancellationRequested ? null : mapError(error);
    }
}
