using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Turns what a handler returned or threw into the end of the attempt.</summary>
internal static class HandlerResults
{
    public static void Succeed(Invocation invocation, ReadOnlyMemory<byte> output)
    {
        invocation.Observation?.OutputGiven(output.Length);
        Complete(invocation, CommandResult.Success(output));
    }

    /// <summary>Ends the attempt with what the handler threw. Never throws itself.</summary>
    public static void Fail(Invocation invocation, Exception error)
    {
        try
        {
            Classify(invocation, error);
        }
        catch (Exception broken)
        {
            // The exception of the handler cannot even be read: its message or its metadata fail.
            Retry(invocation, broken);
        }
    }

    private static void Classify(Invocation invocation, Exception error)
    {
        if (error is not (JournalException or AttemptClosedException))
        {
            invocation.HandlerError = error;
        }

        switch (error)
        {
            case JournalException or AttemptClosedException:
                // The attempt is over already, with the error that closed it.
                break;
            case OperationCanceledException when invocation.Cancellation.IsCancellationRequested:
                Complete(invocation, CommandResult.Failed(new Failure(ErrorCodes.Cancelled, "Cancelled")));
                break;
            case var _ when invocation.MapError(error) is { } terminal:
                Complete(invocation, CommandResult.Failed(TerminalErrors.ToFailure(terminal, invocation.Journal.Version)));
                break;
            case OperationCanceledException:
                // In deterministic code it would come again in every attempt, as a time-out would.
                Complete(invocation, CommandResult.Failed(new Failure(ErrorCodes.Cancelled, error.Message)));
                break;
            case TimeoutException:
                Complete(invocation, CommandResult.Failed(new Failure(ErrorCodes.Timeout, error.Message)));
                break;
            default:
                Retry(invocation, error);
                break;
        }
    }

    private static void Complete(Invocation invocation, CommandResult result)
    {
        if (invocation.Journal.IsClosed)
        {
            return;
        }

        try
        {
            if (result.Failure is null)
            {
                invocation.UnsavedState?.Save(invocation.Journal.State);
            }

            invocation.Journal.Complete(result);
        }
        catch (JournalException)
        {
            // The journal and the handler do not fit; the error is written and the attempt over.
        }

        invocation.Turns.Close();
    }

    private static void Retry(Invocation invocation, Exception error)
    {
        invocation.HandlerError = error;
        invocation.Journal.Fail(ErrorCodes.Internal, AttemptErrors.MessageOf(error), AttemptErrors.StackTraceOf(error), AttemptErrors.RetryAfterOf(error));
        invocation.Turns.Close();
    }
}
