namespace Restate.Actors;

/// <summary>Code around the execution of durable steps, <c>Run(...)</c>: credentials, throttling, metrics.</summary>
/// <remarks>
/// Runs on the thread pool like the step, outside the deterministic world, and only when the step is executed: not in a replay that takes the stored result, but again in each retry.
/// Nothing durable can be used. A singleton, so it must be thread-safe. Added by <see cref="RestateActorsBuilder.AddRunFilter{TFilter}"/>; the first that was added is the outermost.
/// </remarks>
public interface IRunFilter
{
    /// <summary>Runs around one execution of a step.</summary>
    /// <param name="context">The step.</param>
    /// <param name="next">Executes the step. Once. Its task ends with what the step throws.</param>
    /// <returns>A task; the step's result is proposed to the server when it completes.</returns>
    /// <remarks>What the filter throws counts as thrown by the step: a <see cref="TerminalException"/> is stored as its result, others are retried.</remarks>
    Task InvokeAsync(RunFilterContext context, Func<Task> next);
}
