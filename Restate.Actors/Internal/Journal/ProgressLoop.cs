using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>Finds out what an attempt does next when none of its handler's code can run.</summary>
/// <remarks>Source: service protocol, awaiting. One notification is released at a time and the handler sees it before the next, which makes races deterministic.</remarks>
internal sealed class ProgressLoop(
    CommandLog commands, NotificationLog notifications, RunJournal runs, CallJournal calls, ServiceProtocolVersion version, bool passesCancellationOn = true)
{
    private const string NoInvocationId = "The received CallInvocationIdCompletion message lacks an invocation id.";

    private static readonly NotificationId CancelSignal = NotificationId.Signal(1);

    private bool _isCancelling;
    private bool _wasCancelled;
    private bool _toldServer;

    public Progress Next(IAwaitPoint awaitPoint, bool isInputClosed)
    {
        commands.ThrowIfClosed();
        return _isCancelling ? Cancel(isInputClosed) : Advance(awaitPoint, isInputClosed);
    }

    private Progress Advance(IAwaitPoint awaitPoint, bool isInputClosed)
    {
        while (true)
        {
            if (awaitPoint.IsDecided(notifications))
            {
                _toldServer = false;
                return new Progress(ProgressKind.Decided);
            }

            if (notifications.TryPeek(CancelSignal, out _))
            {
                _isCancelling = true;
                return Cancel(isInputClosed);
            }

            if (!notifications.HasWaiting)
            {
                return AdvanceWithoutNotifications(awaitPoint, isInputClosed);
            }

            notifications.ReleaseNext();
        }
    }

    private Progress AdvanceWithoutNotifications(IAwaitPoint awaitPoint, bool isInputClosed)
    {
        if (commands.IsReplaying)
        {
            throw NotInJournal(awaitPoint);
        }

        if (runs.StartNext(awaitPoint) is { } run)
        {
            return new Progress(ProgressKind.ExecuteRun, run.CompletionId);
        }

        if (isInputClosed)
        {
            if (runs.IsAnyAwaitedExecuting(awaitPoint))
            {
                return new Progress(ProgressKind.WaitForRun);
            }

            commands.Suspend(Describe(awaitPoint));
            return new Progress(ProgressKind.Suspended);
        }

        TellServer(awaitPoint);
        return new Progress(ProgressKind.WaitForInput);
    }

    // The children learn of the cancellation first; their ids may still be on the way.
    private Progress Cancel(bool isInputClosed)
    {
        while (passesCancellationOn && calls.Children.TryGetUnknown(out var child))
        {
            if (notifications.TryPeek(child, out var id))
            {
                calls.Children.Learn(child, id.InvocationId ?? throw commands.Fail(ErrorCodes.Internal, NoInvocationId));
            }
            else if (notifications.HasWaiting)
            {
                notifications.ReleaseNext();
            }
            else if (commands.IsReplaying)
            {
                throw NotInJournal(child);
            }
            else if (isInputClosed)
            {
                var future = new AwaitedFutureBuilder(CombinatorType.FirstCompleted);
                future.Add(child);
                commands.Suspend(future.Build());
                return new Progress(ProgressKind.Suspended);
            }
            else
            {
                return new Progress(ProgressKind.WaitForInput);
            }
        }

        foreach (var invocationId in passesCancellationOn ? calls.Children.TakeAll() : [])
        {
            calls.SendSignal(invocationId, SignalId.Cancel, SignalResult.Void);
        }

        _isCancelling = false;
        _wasCancelled = true;
        _toldServer = false;
        notifications.TryTake(CancelSignal, out _);
        return new Progress(ProgressKind.Cancelled);
    }

    private void TellServer(IAwaitPoint awaitPoint)
    {
        if (version < ServiceProtocolVersion.V7 || _toldServer || runs.IsAnyExecuting)
        {
            return;
        }

        commands.Writer.WriteAwaitingOn(Describe(awaitPoint), executingSideEffects: false);
        _toldServer = true;
    }

    private AwaitedFuture Describe(IAwaitPoint awaitPoint)
    {
        var future = new AwaitedFutureBuilder(CombinatorType.FirstCompleted);
        awaitPoint.Describe(future);

        // A signal that is in the journal resumes an invocation at once, taken or not (seen on server 1.7.12: hundreds of attempts
        // a second). So who was cancelled before sees another cancellation when something else resumes it.
        if (!_wasCancelled)
        {
            future.Add(CancelSignal);
        }

        return future.Build();
    }

    private JournalException NotInJournal(IAwaitPoint awaitPoint)
    {
        RelatedCommand? related = null;
        foreach (var id in awaitPoint.Leaves())
        {
            related ??= runs.FindCommand(id);
        }

        return NotInJournal(related, awaitPoint.Leaves());
    }

    private JournalException NotInJournal(NotificationId id) => NotInJournal(related: null, [id]);

    private JournalException NotInJournal(RelatedCommand? related, IEnumerable<NotificationId> ids)
    {
        return commands.Fail(
            ErrorCodes.JournalMismatch,
            $"""
            [RSTA0570] Journal mismatch: the handler waits where an earlier attempt went on.
              recorded by an earlier attempt: {commands.RecordedCount} more commands, the next of type {commands.NextRecordedType}
              attempted now:                  a wait for {string.Join(", ", ids)}
            {MismatchRemedy.Text}
            """,
            related);
    }
}
