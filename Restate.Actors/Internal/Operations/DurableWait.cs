using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>A wait that user code sees as a task.</summary>
/// <remarks>
/// A plain completion source, without asynchronous continuations: the pump completes it, and combinators of tasks must see
/// the results in the order in which the journal stores them.
/// </remarks>
internal abstract class DurableWait<T>(NotificationId id) : TaskCompletionSource<T>, IDurableWait
{
    public NotificationId Id => id;

    public bool EndsWithCancellation => true;

    public void Complete(in NotificationResult result)
    {
        try
        {
            if (result.Failure is { } failure)
            {
                Fail(ToException(failure));
            }
            else
            {
                TrySetResult(Read(result));
            }
        }
        catch (Exception error) when (error is PayloadUnavailableException or ProtocolException)
        {
            // The handler fails with it, and Restate tries again.
            Fail(error);
        }
        catch (Exception error)
        {
            // Reading it again in another attempt would fail the same way.
            Fail(new TerminalException($"The result of {Describe()} cannot be read as {typeof(T)}: {error.Message}", error));
        }
    }

    public void Cancel(InvocationCancelledException cancellation) => Fail(cancellation);

    protected abstract T Read(in NotificationResult result);

    protected abstract string Describe();

    /// <summary>Finds the exception that a failure is for user code.</summary>
    protected virtual Exception ToException(Failure failure) => TerminalErrors.ToException(failure);

    private void Fail(Exception error)
    {
        TrySetException(error);

        // A failure that the handler never looks at is no unobserved exception of the process.
        _ = Task.Exception;
    }
}
