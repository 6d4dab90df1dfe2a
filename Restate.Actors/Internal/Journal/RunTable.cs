using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>The runs without a result: to be executed, or executing.</summary>
internal sealed class RunTable
{
    private readonly Dictionary<uint, RunState> _runs = [];
    private readonly Queue<RunState> _toExecute = new();

    public int ExecutingCount { get; private set; }

    public void Add(RunState run)
    {
        _runs.Add(run.CompletionId, run);
        _toExecute.Enqueue(run);
    }

    /// <summary>Takes the oldest run that is awaited and not started, and marks it as executing.</summary>
    public RunState? StartNext(IAwaitPoint awaitPoint)
    {
        for (var remaining = _toExecute.Count; remaining > 0; remaining--)
        {
            var run = _toExecute.Dequeue();
            if (!_runs.ContainsKey(run.CompletionId))
            {
                continue;
            }

            if (!awaitPoint.Awaits(NotificationId.Completion(run.CompletionId)))
            {
                _toExecute.Enqueue(run);
                continue;
            }

            run.IsExecuting = true;
            ExecutingCount++;
            return run;
        }

        return null;
    }

    /// <summary>Tells whether an awaited run is executing.</summary>
    public bool IsAnyExecuting(IAwaitPoint awaitPoint)
    {
        return ExecutingCount > 0
            && _runs.Values.Any(run => run.IsExecuting && awaitPoint.Awaits(NotificationId.Completion(run.CompletionId)));
    }

    /// <summary>Finds a run and marks it as not executing any more.</summary>
    public RunState Finish(uint completionId)
    {
        var run = _runs[completionId];
        if (run.IsExecuting)
        {
            run.IsExecuting = false;
            ExecutingCount--;
        }

        return run;
    }

    /// <summary>Forgets a run whose result is there.</summary>
    public void Remove(uint completionId)
    {
        if (_runs.Remove(completionId, out var run) && run.IsExecuting)
        {
            ExecutingCount--;
        }
    }

    /// <summary>Looks the command of a run up.</summary>
    public RelatedCommand? FindCommand(NotificationId id)
    {
        return id.Kind == NotificationIdKind.Completion && _runs.TryGetValue(id.Number, out var run) ? run.Command : null;
    }
}
