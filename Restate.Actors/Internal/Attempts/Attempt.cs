using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Restate.Actors.Internal.Activations;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Internal.Proxies;
using Restate.Actors.Internal.Turns;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Drives one attempt: feeds the journal, runs turns until the handler waits, asks the journal what comes next.</summary>
/// <remarks>
/// One loop owns the journal and the pump. Other threads only leave a note (a step's outcome, a lost stream, a request to stop)
/// and wake it. A call that needs nothing but its input runs from the read to the flush on one thread.
/// </remarks>
internal sealed class Attempt : ITurnObserver, IGateHolder, IAsyncDisposable
{
    private static readonly Action<object?> StartHandler = static state => ((Attempt)state!).Start();
    private static readonly Action<object?> DeliverNext = static state => ((Attempt)state!).Deliver();
    private static readonly Action<object?> DeliverCancellation = static state => ((Attempt)state!)._invocation!.DeliverCancellation();

    private readonly AttemptConnection _connection;
    private readonly HandlerInvoker _handler;
    private readonly AttemptEnvironment _environment;
    private readonly ActivationTable _activations;
    private readonly ILogger _logger;
    private readonly WakeSignal _signal = new();
    private readonly JournalMachine _journal;
    private readonly AttemptInput _input;
    private readonly TurnScheduler _turns;
    private readonly AttemptServices _services;
    private readonly ConcurrentQueue<StepOutcome> _outcomes = new();
    private Invocation? _invocation;
    private volatile bool _isStopped;

    public Attempt(AttemptConnection connection, HandlerInvoker handler, AttemptEnvironment environment, ActivationTable activations, ILogger logger)
    {
        _connection = connection;
        _handler = handler;
        _environment = environment;
        _activations = activations;
        _logger = logger;
        _journal = new JournalMachine(connection.Version, connection.Output);
        _input = new AttemptInput(connection.Input, new FrameReader(environment.Options.MaxMessageBytes), _journal, _signal);
        _turns = new TurnScheduler(this);
        _services = new AttemptServices(environment.Scopes);
    }

    private string HandlerName => $"{_handler.Contract.Name}/{_handler.Handler.Name}";

    /// <summary>Runs the attempt to its end.</summary>
    /// <returns>A task that completes when the last message is flushed, or the stream is lost.</returns>
    public async Task RunAsync()
    {
        using var registration = _connection.Aborted.UnsafeRegister(static attempt => ((Attempt)attempt!).Stop(), this);
        await ReceiveJournalAsync().ConfigureAwait(false);
        if (_journal.IsReadyToRun && !_isStopped)
        {
            await RunHandlerAsync().ConfigureAwait(false);
        }

        if (_isStopped || _input.IsLost)
        {
            _journal.Abort();
            return;
        }

        await _connection.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        await DrainInputAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the attempt at its next wait, because its stream is lost or a newer attempt takes its place.</summary>
    public void Stop()
    {
        _isStopped = true;
        _signal.Wake();
    }

    /// <summary>Disposes the scoped services.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _services.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // The invocation's outcome stands; a service that cannot be disposed must not change it.
            AttemptLog.DisposeFailed(_logger, error, HandlerName);
        }
    }

    // The thread that left the pump has its own business; the attempt goes on elsewhere.
    void ITurnObserver.OnForeignPost() => ThreadPool.UnsafeQueueUserWorkItem(static attempt => attempt._signal.Wake(), this, preferLocal: false);

    void ITurnObserver.OnTurnException(Exception exception) => HandlerResults.Fail(_invocation!, exception);

    private async Task ReceiveJournalAsync()
    {
        while (!_journal.IsReadyToRun && !_journal.IsClosed && !_input.IsLost && !_isStopped)
        {
            if (!_input.TryRead())
            {
                await _signal.WaitAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task RunHandlerAsync()
    {
        using var use = _activations.Use(_handler.Contract, _journal.Start!.Key);
        if (_handler.IsExclusive && !await use.Gate.EnterAsync(this, _environment.Options.ExclusiveGracePeriod, _environment.Clock).ConfigureAwait(false))
        {
            return;
        }

        try
        {
            CreateInvocation(use.DecodedValues);
            _turns.Run(StartHandler, this);
            await LoopAsync().ConfigureAwait(false);
        }
        finally
        {
            End();
            if (_handler.IsExclusive)
            {
                use.Gate.Leave(this);
            }
        }
    }

    private void CreateInvocation(DecodedValues decodedValues)
    {
        var settings = new InvocationSettings
        {
            Contract = _handler.Contract,
            Handler = _handler.Handler,
            Serializer = _environment.Serializer,
            Errors = _environment.Errors,
            Declared = _handler.Registration.Declared,
            Clock = _environment.Clock,
            Logger = _logger,
            DecodedValues = decodedValues,
        };
        _invocation = new Invocation(_journal, _turns, settings) { Wake = _signal.Wake };
    }

    private void Start()
    {
        InputCommand input;
        try
        {
            input = _journal.TakeInput();
        }
        catch (JournalException)
        {
            return;
        }

        KeyValuePair<string, string>[] headers = [.. input.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value))];
        var request = new ActorRequest(_handler.Contract.Name, _handler.Handler.Name, headers)
        {
            IdempotencyKey = _journal.Start!.IdempotencyKey,
            Scope = _journal.Start.Scope,
            LimitKey = _journal.Start.LimitKey,
        };
        _invocation!.Context = new InvocationContext(_invocation, new JournalActorFactory(_invocation), request);
        _handler.Start(_invocation, _services, input.Value);
    }

    private async Task LoopAsync()
    {
        while (!_journal.IsClosed && !_isStopped && !_input.IsLost)
        {
            if (Advance())
            {
                continue;
            }

            await _connection.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            if (!_input.TryRead())
            {
                await _signal.WaitAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Does the next thing that can be done without waiting.</summary>
    /// <returns><see langword="false"/> if there is none.</returns>
    private bool Advance()
    {
        if (_turns.HasForeignWork || _invocation!.HasEndedOutside)
        {
            TakeForeignWork();
            return true;
        }

        if (_outcomes.TryDequeue(out var outcome))
        {
            TakeOutcome(outcome);
            return true;
        }

        if (_invocation.Waits.IsEmpty)
        {
            // The handler waits for something, but for nothing durable.
            return !TolerateEscape();
        }

        return AskJournal();
    }

    private bool AskJournal()
    {
        Progress progress;
        try
        {
            progress = _journal.Next(_invocation!.Waits);
        }
        catch (JournalException)
        {
            return true;
        }

        switch (progress.Kind)
        {
            case ProgressKind.Decided:
                _turns.Complete(DeliverNext, this);
                return true;
            case ProgressKind.Cancelled:
                _turns.Complete(DeliverCancellation, this);
                return true;
            case ProgressKind.ExecuteRun:
                StartStep(progress.RunCompletionId);
                return true;
            case ProgressKind.Suspended:
                return true;
            case ProgressKind.WaitForRun:
            case ProgressKind.WaitForInput:
            default:
                return false;
        }
    }

    private void Deliver() => _invocation!.Deliver(_invocation.Waits.TakeDecided());

    private void StartStep(uint completionId)
    {
        var step = _invocation!.Steps[completionId];
        var context = new RunContext(_invocation.Start.DebugId, _invocation.StepCancellation.Token);
        ThreadPool.UnsafeQueueUserWorkItem(new StepExecution(completionId, step, context, _environment, _invocation.MapError, Report), preferLocal: true);
    }

    private void Report(StepOutcome outcome)
    {
        _outcomes.Enqueue(outcome);
        _signal.Wake();
    }

    private void TakeOutcome(in StepOutcome outcome)
    {
        // A step that the cancellation of the invocation has abandoned has no result any more.
        if (!_invocation!.Steps.Remove(outcome.CompletionId, out var step))
        {
            return;
        }

        if (outcome.Failure is { } failure)
        {
            _journal.Runs.Fail(outcome.CompletionId, failure, step.Policy);
        }
        else if (outcome.TerminalError is { } error)
        {
            _journal.Runs.Propose(outcome.CompletionId, CommandResult.Failed(TerminalErrors.ToFailure(error, _journal.Version)));
        }
        else
        {
            _journal.Runs.Propose(outcome.CompletionId, CommandResult.Success(outcome.Value));
        }
    }

    private void TakeForeignWork()
    {
        if (!TolerateEscape())
        {
            return;
        }

        _invocation!.TakeEndOutside();
        _turns.Drain();
    }

    private bool TolerateEscape()
    {
        if (_environment.IsStrict)
        {
            _journal.Fail(ErrorCodes.Internal, EscapeErrors.ForeignAwait(_invocation!), string.Empty);
            return false;
        }

        EscapeReports.Warn(_invocation!, _logger);
        return true;
    }

    private void End()
    {
        _turns.Close();
        _turns.Owner = null;
        if (_isStopped || _input.IsLost)
        {
            _journal.Abort();
        }

        // Steps that still run are told; their results do not count any more.
        _ = _invocation!.StepCancellation.CancelAsync();
        LogEnd();
    }

    private void LogEnd()
    {
        var id = _journal.Start!.DebugId;
        switch (_journal.Outcome)
        {
            case JournalOutcome.Ended:
                AttemptLog.Completed(_logger, id, HandlerName);
                break;
            case JournalOutcome.Suspended:
                AttemptLog.Suspended(_logger, id, HandlerName, _invocation!.Waits.Count);
                break;
            case JournalOutcome.Failed:
                AttemptLog.Failed(_logger, _invocation!.HandlerError, id, HandlerName, _journal.Failure!.Message);
                break;
            case JournalOutcome.Aborted:
            case JournalOutcome.None:
            default:
                AttemptLog.Aborted(_logger, id, HandlerName);
                break;
        }
    }

    // The server ends its side when it has read the last message. Ending ours first would make Kestrel reset the stream.
    private async Task DrainInputAsync()
    {
        using var limit = new CancellationTokenSource(_environment.Options.StreamEndTimeout, _environment.Clock);
        using var registration = limit.Token.UnsafeRegister(static attempt => ((Attempt)attempt!).Stop(), this);
        while (!_input.IsEnded && !_input.IsLost && !_isStopped)
        {
            if (!_input.TryRead())
            {
                await _signal.WaitAsync().ConfigureAwait(false);
            }
        }
    }
}
