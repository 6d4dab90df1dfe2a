using Microsoft.Extensions.Logging;
using Restate.Actors.Internal.Filters;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Attempts;

/// <summary>An attempt with filters around it.</summary>
internal static class FilteredAttempt
{
    /// <summary>Runs the filters and the attempt. Fails only when the attempt itself does.</summary>
    /// <param name="filters">The filters, the outermost first.</param>
    /// <param name="context">What they see.</param>
    /// <param name="attempt">Runs the attempt and sets its outcome.</param>
    /// <param name="journal">The journal, for the failure of a filter.</param>
    /// <param name="logger">The logger of the actor's class.</param>
    public static async Task RunAsync(IReadOnlyList<IAttemptFilter> filters, AttemptContext context, Func<Task> attempt, JournalMachine journal, ILogger logger)
    {
        var running = Task.CompletedTask;
        var chain = new FilterChain<IAttemptFilter>(filters, (filter, next) => filter.InvokeAsync(context, next), () => running = attempt());
        try
        {
            await chain.RunAsync().ConfigureAwait(false);
            if (!chain.HasEnteredInner)
            {
                throw new InvalidOperationException($"The filter {chain.Innermost} did not call next(), so the attempt did not run.");
            }
        }
        catch (Exception error) when (!running.IsFaulted)
        {
            if (chain.HasEnteredInner)
            {
                FilterLog.AttemptFilterFailed(logger, error, context.Service, context.Handler);
            }
            else
            {
                journal.Fail(ErrorCodes.Internal, AttemptErrors.MessageOf(error), AttemptErrors.StackTraceOf(error));
            }
        }

        // A filter that did not wait for the attempt does not end it.
        await running.ConfigureAwait(false);
    }
}
