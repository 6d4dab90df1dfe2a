using System.Diagnostics.CodeAnalysis;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>The runs without a result: to be executed, or executing.</summary>
internal sealed class RunTable
{
    private Dictionary<uint, RunState>? _runs;
    private LinkedList<RunState>? _toExecute;

    public int ExecutingCount { get; private set; }

    public void Add(RunState run)
    {
        (_runs ??= []).Add(run.CompletionId, run);
        (_toExecute ??= []).AddLast(run);
    }

    /// <summary>Takes the oldest run that is awaited and not started, and marks it as executing.</summary>
    public RunState? StartNext(IAwaitPoint awaitPoint)
    {
        for (var node = _toExecute?.First; node is not null; node = node.Next)
        {
            var run = node.Value;
            if (awaitPoint.Awaits(NotificationId.Completion(run.CompletionId)))
            {
                _toExecute!.Remove(node);
                run.IsStarted = true;
                run.IsExecuting = true;
                ExecutingCount++;
                return run;
            }
        }

        return null;
    }

    /// <summary>Tells whether an awaited run is executing.</summary>
    public bool IsAnyExecuting(IAwaitPoint awaitPoint)
    {
        return ExecutingCount > 0
            && _runs!.Values.Any(run => run.IsExecuting && awaitPoint.Awaits(NotificationId.Completion(run.CompletionId)));
    }

    /// <summary>Finds a run and marks it as not executing any more.</summary>
    /// <returns><see langword="false"/> if its result is there already.</returns>
    public bool TryFinish(uint completionId, [NotNullWhen(true)] out RunState? run)
    {
        run = _runs?.GetValueOrDefault(completionId);
        if (run is null)
        {
            return false;
        }

        StopExecuting(run);
        return true;
    }

    /// <summary>Forgets a run whose result is there.</summary>
    public void Remove(uint completionId)
    {
        if (_runs is null || !_runs.Remove(completionId, out var run))
        {
            return;
        }

        StopExecuting(run);
        if (!run.IsStarted)
        {
            _toExecute!.Remove(run);
        }
    }

    /// <summary>Looks the command of a run up.</summary>
    public RelatedCommand? FindCommand(NotificationId id)
    {
        return id.Kind == NotificationIdKind.Completion ? _runs?.GetValueOrDefault(id.Number)?.Command : null;
    }

    private void StopExecuting(RunState run)
    {
        if (run.IsExecuting)
        {
            run.IsExecuting = false;
            ExecutingCount--;
        }
    }
}
