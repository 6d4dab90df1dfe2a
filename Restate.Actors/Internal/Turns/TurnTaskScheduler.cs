namespace Restate.Actors.Internal.Turns;

/// <summary>The task scheduler of a <see cref="TurnScheduler"/>: its tasks are turns like any other.</summary>
internal sealed class TurnTaskScheduler(TurnScheduler scheduler) : TaskScheduler
{
    /// <summary>Gets how many workers <see cref="Parallel"/> may start when it is given this scheduler.</summary>
    /// <remarks>A constant: without it the number would be that of the machine's processors, and a replay on another machine would take another path.</remarks>
    public override int MaximumConcurrencyLevel => 64;

    public bool TryExecute(Task task) => TryExecuteTask(task);

    protected override void QueueTask(Task task) => scheduler.Enqueue(new Turn(task, State: null));

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => scheduler.IsInTurn && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => scheduler.IsCurrent ? scheduler.QueuedTasks : throw new NotSupportedException();
}
