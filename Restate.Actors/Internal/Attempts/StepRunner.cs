using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Starts the closures of an attempt's steps and takes their outcomes back into the journal.</summary>
/// <param name="invocation">The attempt's invocation.</param>
/// <param name="environment">What the closures need.</param>
/// <param name="wake">Called, on the thread of the closure, when an outcome is there.</param>
internal sealed class StepRunner(Invocation invocation, AttemptEnvironment environment, Action wake)
{
    private readonly Lock _lock = new();
    private readonly Queue<StepOutcome> _outcomes = new();
    private StepExecution? _forLoopThread;

    public void Start(uint completionId)
    {
        var step = invocation.Steps.Find(completionId);
        if (!environment.Filters.Runs.IsEmpty)
        {
            step = new FilteredStep(step, invocation, environment.Filters.Runs.All);
        }

        var context = new RunContext(invocation.Start.DebugId, invocation.Steps.Abandoned);
        var execution = new StepExecution(completionId, step, context, environment, invocation.Observation, invocation.MapError, Report);
        if (_forLoopThread is not null || !environment.Steps.SharesLoopThread)
        {
            environment.Steps.Start(execution);
            return;
        }

        _forLoopThread = execution;
    }

    /// <summary>Takes the step that the loop's thread is to execute, if that is possible; of several steps the others have threads of their own.</summary>
    public StepExecution? TakeForLoopThread()
    {
        var step = _forLoopThread;
        _forLoopThread = null;
        if (step is null || StepExecution.IsPossibleHere)
        {
            return step;
        }

        environment.Steps.Start(step);
        return null;
    }

    /// <summary>Takes one outcome.</summary>
    /// <returns><see langword="false"/> if none is there.</returns>
    public bool TryTake()
    {
        StepOutcome? outcome;
        lock (_lock)
        {
            if (!_outcomes.TryDequeue(out outcome))
            {
                return false;
            }
        }

        // A step that the cancellation of the invocation has abandoned has no result any more.
        if (invocation.Steps.TryRemove(outcome.CompletionId, out var step))
        {
            Take(outcome, step);
        }

        return true;
    }

    private void Report(StepOutcome outcome)
    {
        lock (_lock)
        {
            _outcomes.Enqueue(outcome);
        }

        wake();
    }

    private void Take(StepOutcome outcome, RunStep step)
    {
        var runs = invocation.Journal.Runs;
        if (outcome.Failure is { } failure)
        {
            runs.Fail(outcome.CompletionId, failure, step.Policy);
        }
        else if (outcome.TerminalError is { } error)
        {
            runs.Propose(outcome.CompletionId, CommandResult.Failed(TerminalErrors.ToFailure(error, invocation.Journal.Version)));
        }
        else
        {
            runs.Propose(outcome.CompletionId, CommandResult.Success(outcome.Value));
        }
    }
}
