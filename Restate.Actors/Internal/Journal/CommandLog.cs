using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>Takes the handler's commands in order: repeats what is recorded, writes what is new.</summary>
/// <remarks>Not thread-safe, like all of the journal: the attempt is its only caller.</remarks>
internal sealed class CommandLog(
    MessageWriter writer,
    bool comparePayloads,
    ErrorBehavior onMismatch = ErrorBehavior.Retry,
    Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, bool>? payloadEquality = null)
{
    private readonly ReplayLog _replay = new(comparePayloads, payloadEquality);
    private int _index = -1;

    public JournalPhase Phase { get; private set; } = JournalPhase.WaitStart;

    public JournalOutcome Outcome { get; private set; }

    /// <summary>Gets the error that ended the attempt, if one did.</summary>
    public JournalException? Failure { get; private set; }

    public JournalIds Ids { get; } = new();

    public MessageWriter Writer => writer;

    public int RecordedCount => _replay.Count;

    /// <summary>Gets whether the handler repeats recorded commands.</summary>
    public bool IsReplaying => Phase == JournalPhase.Replaying;

    /// <summary>Gets whether the first command after the replay is still to come. Until then the server's retry counters speak of it.</summary>
    public bool IsAtFirstNewCommand { get; private set; }

    public bool IsClosed => Phase == JournalPhase.Closed;

    /// <summary>Gets the type of the next recorded command; only while replaying.</summary>
    public MessageType NextRecordedType => _replay.NextType;

    public void Record(in RecordedCommand command) => _replay.Add(command);

    public void EnterWaitReplay() => Phase = JournalPhase.WaitReplay;

    public void EnterReplaying() => Phase = JournalPhase.Replaying;

    public InputCommand? PeekInput() => IsReplaying && _index < 0 ? _replay.PeekInput() : null;

    public InputCommand TakeInput()
    {
        ThrowIfClosed();
        if (Phase != JournalPhase.Replaying || _index >= 0)
        {
            throw Violation("The input was read before the journal was complete, or twice.");
        }

        var recorded = _replay.Take();
        _index = 0;
        if (recorded.Type != MessageType.InputCommand)
        {
            throw Violation($"The journal begins with {recorded.Type}; its first entry must be InputCommand.");
        }

        ProcessIfReplayed();
        return InputCommand.Read(recorded.Payload);
    }

    /// <summary>Writes a command, or compares it with the recorded one.</summary>
    public void Append<TCommand>(in TCommand command)
        where TCommand : struct, ICommand<TCommand>
    {
        Append(command, out _);
    }

    /// <summary>Writes a command, or compares it with the recorded one.</summary>
    /// <param name="command">What the handler attempts.</param>
    /// <param name="recorded">What an earlier attempt wrote, or the command itself when it is new.</param>
    public void Append<TCommand>(in TCommand command, out TCommand recorded)
        where TCommand : struct, ICommand<TCommand>
    {
        BeginCommand();
        if (!IsReplaying)
        {
            recorded = command;
            WriteNew(command);
            return;
        }

        var difference = Match(command, out recorded);
        if (difference is not null)
        {
            throw Mismatch(new RelatedCommand(_index, TCommand.Type, command.Name), difference);
        }

        ProcessIfReplayed();
    }

    public RelatedCommand Current(MessageType type, string name) => new(_index, type, name);

    /// <summary>The command that would come next, for errors in its preparation.</summary>
    public RelatedCommand Next(MessageType type, string name) => new(_index + 1, type, name);

    /// <summary>Ends the invocation after its output.</summary>
    public void End()
    {
        if (IsReplaying)
        {
            var message = $"[RSTA0571] Protocol violation: The handler returned although an earlier attempt recorded {_replay.Count} more commands, "
                + $"the next of type {_replay.NextType}. The handler is not deterministic, or its code changed under a running invocation.";
            throw Fail(new JournalException(ErrorCodes.ProtocolViolation, message), stackTrace: "", nextRetryDelay: null, onMismatch);
        }

        writer.WriteEnd();
        Close(JournalOutcome.Ended);
    }

    public void Suspend(AwaitedFuture awaitedFuture)
    {
        writer.WriteSuspension(awaitedFuture);
        Close(JournalOutcome.Suspended);
    }

    /// <summary>Gives the attempt up without a word: the server did so first.</summary>
    public void Abort()
    {
        if (!IsClosed)
        {
            Close(JournalOutcome.Aborted);
        }
    }

    /// <summary>Ends the attempt with an error.</summary>
    /// <returns>The exception to throw where the handler called.</returns>
    public JournalException Fail(int code, string message, RelatedCommand? command = null, string stackTrace = "")
    {
        var behavior = code == ErrorCodes.JournalMismatch ? onMismatch : ErrorBehavior.Retry;
        return Fail(new JournalException(code, message, command), stackTrace, nextRetryDelay: null, behavior);
    }

    /// <summary>Ends the attempt with the error of something that is not allowed now.</summary>
    public JournalException Violation(string message) => Fail(ErrorCodes.ProtocolViolation, $"[RSTA0571] Protocol violation: {message}");

    public JournalException Fail(JournalException error, string stackTrace, TimeSpan? nextRetryDelay, ErrorBehavior behavior)
    {
        if (!IsClosed)
        {
            Failure = error;
            writer.WriteError(new ErrorMessage(error.Code, error.Message)
            {
                Stacktrace = stackTrace,
                RelatedCommandIndex = (uint?)error.Command?.Index,
                RelatedCommandName = error.Command?.Name,
                RelatedCommandType = error.Command?.Type,
                NextRetryDelay = (ulong?)nextRetryDelay?.TotalMilliseconds,
                Behavior = behavior,
            });
            Close(JournalOutcome.Failed);
        }

        return error;
    }

    public void ThrowIfClosed()
    {
        if (IsClosed)
        {
            throw new AttemptClosedException();
        }
    }

    private void BeginCommand()
    {
        ThrowIfClosed();
        if (Phase < JournalPhase.Replaying || _index < 0)
        {
            throw Violation("A command was written before the input was read.");
        }

        _index++;
    }

    private void WriteNew<TCommand>(in TCommand command)
        where TCommand : struct, ICommand<TCommand>
    {
        try
        {
            writer.Write(command);
            IsAtFirstNewCommand = false;
        }
        catch (ProtocolException error)
        {
            // What the version lacks is a matter of the deployment, not of one command.
            RelatedCommand? related = error.Code == ErrorCodes.UnsupportedFeature ? null : Current(TCommand.Type, command.Name);
            throw Fail(error.Code, error.Message, related);
        }
    }

    private string? Match<TCommand>(in TCommand command, out TCommand recorded)
        where TCommand : struct, ICommand<TCommand>
    {
        try
        {
            return _replay.Match(command, out recorded);
        }
        catch (ProtocolException error)
        {
            throw Fail(error.Code, error.Message, Current(TCommand.Type, command.Name));
        }
    }

    private JournalException Mismatch(RelatedCommand command, string difference)
    {
        var name = command.Name.Length == 0 ? string.Empty : $" '{command.Name}'";
        return Fail(
            ErrorCodes.JournalMismatch,
            $"""
            [RSTA0570] Journal mismatch at command {command.Index} ({command.Type}{name}).
            {difference}
            {MismatchRemedy.Text}
            """,
            command,
            CallSite.Capture());
    }

    private void ProcessIfReplayed()
    {
        if (_replay.IsEmpty)
        {
            Phase = JournalPhase.Processing;
            IsAtFirstNewCommand = true;
        }
        else
        {
            Phase = JournalPhase.Replaying;
        }
    }

    private void Close(JournalOutcome outcome)
    {
        Phase = JournalPhase.Closed;
        Outcome = outcome;
    }
}
