using System.Buffers;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>The journal of one attempt: frames and calls of the handler in, frames and answers out. No I/O, no clock, no tasks.</summary>
/// <remarks>Not thread-safe: the attempt is its only caller.</remarks>
internal sealed class JournalMachine
{
    private readonly CommandLog _commands;
    private readonly NotificationLog _notifications = new();
    private readonly ProgressLoop _progress;
    private uint _entriesToReceive;

    /// <summary>Creates the journal of an attempt.</summary>
    /// <param name="version">The version of the protocol.</param>
    /// <param name="output">Receives the messages.</param>
    /// <param name="comparePayloads">Whether a replay compares payloads, too.</param>
    /// <param name="onMismatch">What the server is asked to do when the handler does not fit the journal. Below version 7 it retries.</param>
    /// <param name="passesCancellationOn">Whether the calls of the handler are cancelled with it.</param>
    /// <param name="payloadEquality">Compares a recorded payload with an attempted one; <see langword="null"/> to compare their bytes.</param>
    public JournalMachine(
        ServiceProtocolVersion version,
        IBufferWriter<byte> output,
        bool comparePayloads = true,
        ErrorBehavior onMismatch = ErrorBehavior.Retry,
        bool passesCancellationOn = true,
        Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, bool>? payloadEquality = null)
    {
        Version = version;
        _commands = new CommandLog(
            new MessageWriter(output, version), comparePayloads, version >= ServiceProtocolVersion.V7 ? onMismatch : ErrorBehavior.Retry, payloadEquality);
        State = new StateJournal(_commands);
        Calls = new CallJournal(_commands);
        Waits = new WaitJournal(_commands);
        Runs = new RunJournal(_commands, _notifications, version);
        _progress = new ProgressLoop(_commands, _notifications, Runs, Calls, version, passesCancellationOn);
    }

    public ServiceProtocolVersion Version { get; }

    public StateJournal State { get; }

    public CallJournal Calls { get; }

    public WaitJournal Waits { get; }

    public RunJournal Runs { get; }

    /// <summary>Gets the start message; there is one once <see cref="IsReadyToRun"/>.</summary>
    public StartMessage? Start { get; private set; }

    public JournalOutcome Outcome => _commands.Outcome;

    public JournalException? Failure => _commands.Failure;

    public bool IsInputClosed { get; private set; }

    public bool IsClosed => _commands.IsClosed;

    public bool IsReplaying => _commands.IsReplaying;

    /// <summary>Gets whether the whole journal has been received.</summary>
    public bool IsReadyToRun => _commands.Phase is JournalPhase.Replaying or JournalPhase.Processing;

    /// <summary>Takes a message of the server.</summary>
    /// <exception cref="JournalException">It is not allowed now, or malformed; the error message is written.</exception>
    public void Receive(in Frame frame)
    {
        try
        {
            switch (_commands.Phase)
            {
                case JournalPhase.WaitStart:
                    ReceiveStart(frame);
                    break;
                case JournalPhase.WaitReplay:
                    ReceiveEntry(frame);
                    break;
                case JournalPhase.Replaying:
                case JournalPhase.Processing:
                    ReceiveLater(frame);
                    break;
                case JournalPhase.Closed:
                default:
                    break;
            }
        }
        catch (ProtocolException error)
        {
            throw _commands.Fail(error.Code, error.Message);
        }
    }

    /// <summary>Learns that the server sends nothing more in this attempt.</summary>
    /// <exception cref="JournalException">The journal is not complete; the error message is written.</exception>
    public void CloseInput()
    {
        IsInputClosed = true;
        if (_commands.Phase < JournalPhase.Replaying)
        {
            throw _commands.Violation("The input ended before the whole journal was received.");
        }
    }

    /// <summary>Looks at the input before it is taken.</summary>
    /// <returns>The input, or <see langword="null"/> if the journal does not begin with one.</returns>
    /// <exception cref="ProtocolException">It is malformed.</exception>
    public InputCommand? PeekInput() => _commands.PeekInput();

    public InputCommand TakeInput()
    {
        try
        {
            return _commands.TakeInput();
        }
        catch (ProtocolException error)
        {
            throw _commands.Fail(error.Code, error.Message);
        }
    }

    /// <summary>Finds out what comes next when no code of the handler can run.</summary>
    public Progress Next(IAwaitPoint awaitPoint)
    {
        try
        {
            return _progress.Next(awaitPoint, IsInputClosed);
        }
        catch (ProtocolException error)
        {
            throw _commands.Fail(error.Code, error.Message);
        }
    }

    /// <summary>Takes a result that was released.</summary>
    /// <exception cref="JournalException">It is malformed; the error message is written.</exception>
    public bool TryTake(NotificationId id, out NotificationResult result)
    {
        try
        {
            if (!_notifications.TryTake(id, out result))
            {
                return false;
            }
        }
        catch (ProtocolException error)
        {
            throw _commands.Fail(error.Code, error.Message);
        }

        if (result.InvocationId is { } invocationId)
        {
            Calls.Children.Learn(id, invocationId);
        }

        if (id.Kind == NotificationIdKind.Completion)
        {
            Runs.OnResult(id.Number);
        }

        return true;
    }

    public bool IsReleased(NotificationId id) => _notifications.IsReleased(id);

    /// <summary>Ends the invocation with its result.</summary>
    public void Complete(CommandResult result)
    {
        var wasReplaying = _commands.IsReplaying;
        _commands.Append(new OutputCommand(result));
        if (wasReplaying)
        {
            _commands.Writer.OutputReplayed();
        }

        _commands.End();
    }

    /// <summary>Ends the attempt with an error that the server's policy may retry.</summary>
    public void Fail(int code, string message, string stackTrace, TimeSpan? nextRetryDelay = null)
    {
        _commands.Fail(new JournalException(code, message), stackTrace, nextRetryDelay, ErrorBehavior.Retry);
    }

    /// <summary>Ends the attempt because a command could not be prepared.</summary>
    public JournalException FailNext(MessageType type, string name, int code, string message)
    {
        return _commands.Fail(code, message, _commands.Next(type, name));
    }

    /// <summary>Makes sure that the attempt has not ended, for operations that write no command.</summary>
    public void ThrowIfClosed() => _commands.ThrowIfClosed();

    /// <summary>Gives the attempt up without a word: the server did so first.</summary>
    public void Abort() => _commands.Abort();

    private void ReceiveStart(in Frame frame)
    {
        if (frame.Type != MessageType.Start)
        {
            throw _commands.Violation($"The first message is {frame.Type}; it must be Start.");
        }

        Start = StartMessage.Read(frame.Payload);
        if (Start.KnownEntries == 0)
        {
            throw _commands.Fail(ErrorCodes.Internal, "The start message announces no journal entry; there must be at least the input.");
        }

        _entriesToReceive = Start.KnownEntries;
        State.Load(Start);
        Waits.Load(Start);
        Runs.Load(Start);
        _commands.EnterWaitReplay();
    }

    private void ReceiveEntry(in Frame frame)
    {
        if (frame.Type.IsCommand)
        {
            _commands.Record(new RecordedCommand(frame.Type, frame.Payload));
        }
        else if (frame.Type.IsNotification)
        {
            _notifications.Add(frame.Type, frame.Payload);
        }
        else
        {
            throw _commands.Violation($"{frame.Type} came before the journal was complete.");
        }

        if (--_entriesToReceive == 0)
        {
            if (_commands.RecordedCount == 0)
            {
                throw _commands.Violation("The journal holds no command; its first entry must be InputCommand.");
            }

            _commands.EnterReplaying();
        }
    }

    private void ReceiveLater(in Frame frame)
    {
        if (frame.Type.IsNotification)
        {
            _notifications.Add(frame.Type, frame.Payload);
        }
        else if (frame.Type == MessageType.ProposeRunCompletionAck && Version >= ServiceProtocolVersion.V7 && !_commands.IsReplaying)
        {
            Runs.ReceiveAck(ProposeRunCompletionAck.Read(frame.Payload).CompletionId);
        }
        else
        {
            throw _commands.Violation($"{frame.Type} came while the handler was running.");
        }
    }
}
