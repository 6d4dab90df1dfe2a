namespace Restate.Actors.Internal.Combinators;

/// <summary>Finds the first task that succeeds.</summary>
internal static class FirstSuccess
{
    /// <returns>That task, or if all fail the one that did so last.</returns>
    public static async Task<TTask> FindAsync<TTask>(TTask[] tasks)
        where TTask : Task
    {
        if (tasks.Length == 0)
        {
            throw new ArgumentException("There is no task to wait for.", nameof(tasks));
        }

        Task last = tasks[0];
        await foreach (var task in Durable.WhenEach(tasks.AsEnumerable<Task>()).ConfigureAwait(true))
        {
            last = task;
            if (task.IsCompletedSuccessfully)
            {
                break;
            }
        }

        return (TTask)last;
    }
}
