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
internal sealed class Attempt : ITurnObserver, IGateHolder
{
    private static readonly Action<object?> StartHandler = static state => ((Attempt)state!).Start();
    private static readonly Func<object?, bool> DeliverNext = static state => ((Attempt)state!).TryDeliver();
    private static readonly Func<Invocation, IActorFactory> CreateActors = static invocation => new JournalActorFactory(invocation);

    private readonly AttemptConnection _connection;
    private readonly HandlerInvoker _handler;
    private readonly AttemptEnvironment _environment;
    private readonly InvocationSettings _settings;
    private readonly WakeSignal _signal = new();
    private readonly JournalMachine _journal;
    private readonly AttemptInput _input;
    private readonly AttemptOutput _output;
    private readonly TurnScheduler _turns;
    private readonly AttemptServices _services;
    private Invocation? _invocation;
    private StepRunner? _steps;
    private WatchedAttempt? _watched;
    private TurnWatch _watch;
    private Progress? _progress;
    private long _drainStarted;
    private bool _wasCancelledLast;
    private volatile bool _isStopped;
    private volatile bool _isReplaced;
    private volatile bool _isSuspensionDue;
    private volatile bool _isDrainOver;

    public Attempt(AttemptConnection connection, HandlerInvoker handler, AttemptEnvironment environment)
    {
        _connection = connection;
        _handler = handler;
        _environment = environment;
        _settings = handler.SettingsIn(environment);
        _journal = new JournalMachine(
            connection.Version,
            connection.Output,
            onMismatch: environment.OnJournalMismatch,
            passesCancellationOn: !_settings.CancelsExplicitly,
            payloadEquality: _settings.Payloads.Equality);
        _input = new AttemptInput(connection.Input, new FrameReader(environment.Options.MaxMessageBytes), _journal, _signal, environment.Options.MaxJournalBytes);
        _output = new AttemptOutput(connection.Output);
        _turns = new TurnScheduler(this);
        _services = new AttemptServices(environment.Scopes, environment.InjectedClock);
    }

    // Nothing may be written any more: the server does not want it.
    private bool IsGivenUp => IsLost || (_isReplaced && !_journal.IsClosed);

    private bool IsLost => _isStopped || _input.IsLost || _output.IsLost;

    private bool IsGoingOn => !_journal.IsClosed && !IsGivenUp;

    /// <summary>Runs the attempt to its end. Never fails.</summary>
    /// <returns>A task that completes when the last message is sent and the server has taken note, or the stream is reset.</returns>
    public async Task RunAsync(ActivationTable activations)
    {
        try
        {
            using var registration = _connection.Aborted.UnsafeRegister(static attempt => ((Attempt)attempt!).OnAborted(), this);
            await ReceiveJournalAsync().ConfigureAwait(false);
            if (_journal.IsReadyToRun)
            {
                await (WatchedAttempt.IsNeeded(_environment) ? RunWatchedAsync(activations) : RunHandlerAsync(activations)).ConfigureAwait(false);
            }

            await FlushAsync().ConfigureAwait(false);
            await DrainInputAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            AttemptLog.BrokeDown(_settings.Logger, error, _handler.Name);
            _isStopped = true;
        }

        await _input.CloseAsync().ConfigureAwait(false);
        if (IsGivenUp)
        {
            _journal.Abort();
            _connection.Reset();
        }
    }

    /// <summary>Ends the attempt at its next wait, because a newer attempt takes its place. If the handler gets to its end before, that is as good.</summary>
    public void Stop()
    {
        _isReplaced = true;
        WakeElsewhere();
    }

    /// <summary>Suspends the attempt at its next wait, as if the server had ended its side.</summary>
    public void Suspend()
    {
        _isSuspensionDue = true;
        WakeElsewhere();
    }

    /// <summary>Looks at the attempt from the outside.</summary>
    /// <returns><see langword="true"/> if something is to be done, which is the matter of <see cref="Attend"/>.</returns>
    public bool NeedsAttention()
    {
        return IsDrainOverdue()
            || _watch.IsNewlyLong(_turns.RunningTurn, _environment.Options.LongTurnThreshold, _environment.Clock);
    }

    /// <summary>Ends a drain that takes too long, or warns of a turn that does.</summary>
    public void Attend()
    {
        if (IsDrainOverdue())
        {
            _isDrainOver = true;
            WakeElsewhere();
            return;
        }

        AttemptLog.LongTurn(_settings.Logger, _handler.Name, _journal.Start!.DebugId, _environment.Options.LongTurnThreshold);
    }

    void IGateHolder.Waited(TimeSpan time) => _watched?.Observation?.GateWaited(time);

    void ITurnObserver.OnForeignPost() => WakeElsewhere();

    void ITurnObserver.OnTurnException(Exception exception) => HandlerResults.Fail(_invocation!, exception);

    private void OnAborted()
    {
        _isStopped = true;
        WakeElsewhere();
    }

    // Who asks has its own business; the attempt goes on elsewhere.
    private void WakeElsewhere() => ThreadPool.UnsafeQueueUserWorkItem(static signal => signal.Wake(), _signal, preferLocal: false);

    private bool IsDrainOverdue()
    {
        var started = Volatile.Read(ref _drainStarted);
        return started != 0 && _environment.Options.StreamEndTimeout != Timeout.InfiniteTimeSpan
            && _environment.Clock.GetElapsedTime(started) >= _environment.Options.StreamEndTimeout;
    }

    private async Task ReceiveJournalAsync()
    {
        while (IsGoingOn && !_journal.IsReadyToRun)
        {
            if (!_input.TryRead())
            {
                await _signal;
            }
        }
    }

    private Task RunWatchedAsync(ActivationTable activations)
    {
        _watched = new WatchedAttempt(_environment, _settings, _journal, _connection);
        return _watched.RunAsync(() => RunHandlerAsync(activations), () => _invocation?.HandlerError);
    }

    private async Task RunHandlerAsync(ActivationTable activations)
    {
        using var use = activations.Use(_handler.Contract, _journal.Start!.Key);
        var gate = _handler.IsExclusive ? use.Gate : null;
        if (gate is not null)
        {
            await gate.EnterAsync(this, _environment.Options.ExclusiveGracePeriod, _environment.Clock).ConfigureAwait(false);
        }

        try
        {
            // One that is replaced already still gets to its first wait.
            if (!_journal.IsClosed && !IsLost)
            {
                await RunTurnsAsync(use).ConfigureAwait(false);
                await FlushAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await DisposeServicesAsync().ConfigureAwait(false);
            if (gate is not null)
            {
                // Before the next attempt of the key enters, which has its own say.
                use.SetBlocked(_journal.Outcome == JournalOutcome.Failed);
                gate.Leave(this);
            }
        }

        LogEnd();
    }

    private async ValueTask RunTurnsAsync(ActivationUse use)
    {
        _invocation = new Invocation(_journal, _turns, _settings, use.DecodedValues, use.CachedSteps);
        if (_watched?.Observation is { } observation)
        {
            _invocation.Observation = observation;
            _turns.Ended = observation.TurnEnded;
        }

        try
        {
            _turns.Run(StartHandler, this);
            await LoopAsync().ConfigureAwait(false);
        }
        finally
        {
            // From here no code of the handler runs any more.
            _turns.Close();
            _turns.Release();
            _invocation.End();
        }

        if (IsGivenUp)
        {
            _isStopped = true;
            _journal.Abort();
        }
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

        _invocation!.Chain = CallChain.Of(_handler.Contract, _handler.Handler, _journal.Start!, input.Headers);
        _invocation.Context = new InvocationContext(_invocation, input.Headers, CreateActors);
        _invocation.Observation?.InputTaken(input.Value.Length);
        _invocation.ResultRole = _settings.Payloads.Transforms?.ResultFor(input) ?? PayloadRoles.Result;
        _handler.Start(_invocation, _services, input.Value);
    }

    private async ValueTask LoopAsync()
    {
        while (IsGoingOn)
        {
            if (Advance())
            {
                continue;
            }

            await _output.FlushAsync().ConfigureAwait(false);
            if (!_output.IsLost && !_input.TryRead())
            {
                await _signal;
            }
        }
    }

    /// <summary>Does the next thing that can be done without waiting.</summary>
    /// <returns><see langword="false"/> if there is none.</returns>
    private bool Advance()
    {
        if (_turns.HasForeignWork)
        {
            if (TolerateEscape())
            {
                _turns.Drain();
            }

            return true;
        }

        if (_steps?.TryTake() == true)
        {
            return true;
        }

        if (!_invocation!.IsWaiting)
        {
            // The handler waits for something, but for nothing durable.
            return !TolerateEscape();
        }

        return AskJournal();
    }

    /// <summary>Delivers what the journal releases until it wants something else, or something else is to be looked at.</summary>
    private bool AskJournal()
    {
        try
        {
            _turns.Complete(DeliverNext, this);
        }
        catch (Exception error)
        {
            // A callback of the handler: of a timer, or of its token, which collects what its callbacks throw.
            HandlerResults.Fail(_invocation!, error is AggregateException { InnerExceptions: [var single] } ? single : error);
            return true;
        }

        switch (_progress?.Kind)
        {
            case ProgressKind.ExecuteRun:
                _steps ??= new StepRunner(_invocation!, _environment, WakeHere);
                _steps.Start(_progress.Value.RunCompletionId);
                return true;
            case ProgressKind.WaitForRun:
            case ProgressKind.WaitForInput:
                return false;
            default:
                return true;
        }
    }

    /// <summary>Delivers one result to the handler. Called on the pump, when no turn is left.</summary>
    /// <returns><see langword="false"/> if the journal releases none, or the loop is to look elsewhere first.</returns>
    private bool TryDeliver()
    {
        _progress = null;
        if (!IsGoingOn || !_invocation!.IsWaiting || _turns.HasForeignWork)
        {
            return false;
        }

        try
        {
            if (_isSuspensionDue && !_journal.IsInputClosed)
            {
                _journal.CloseInput();
            }

            _progress = _journal.Next(_invocation.Waits);
        }
        catch (JournalException)
        {
            return false;
        }

        switch (_progress.Value.Kind)
        {
            case ProgressKind.Decided:
                _wasCancelledLast = false;
                _invocation.Deliver(_invocation.Waits.TakeDecided());
                return true;
            case ProgressKind.Cancelled:
                _wasCancelledLast = true;
                _invocation.DeliverCancellation();
                return true;
            default:
                return false;
        }
    }

    // The thread of a step has nothing else to do, unless user code of another attempt has completed the step from its turn.
    private void WakeHere()
    {
        if (TurnScheduler.Current is null)
        {
            _signal.Wake();
        }
        else
        {
            WakeElsewhere();
        }
    }

    private bool TolerateEscape()
    {
        // A delay that the token has cut short completes Task.WhenAll and its like on another thread; that is no fault of the handler.
        if (_wasCancelledLast)
        {
            return true;
        }

        _invocation!.Observation?.Escaped();
        if (_environment.IsStrict)
        {
            _journal.Fail(ErrorCodes.Internal, EscapeErrors.ForeignAwait(_invocation!), string.Empty);
            return false;
        }

        _environment.Escapes.Warn(_invocation!, _settings.Logger);
        return true;
    }

    private void LogEnd()
    {
        var logger = _settings.Logger;
        var id = _journal.Start!.DebugId;
        switch (_journal.Outcome)
        {
            case JournalOutcome.Ended:
                AttemptLog.Completed(logger, id, _handler.Name);
                break;
            case JournalOutcome.Suspended:
                AttemptLog.Suspended(logger, id, _handler.Name, _invocation!.Waits.Count);
                break;
            case JournalOutcome.Failed:
                AttemptLog.Failed(logger, _invocation?.HandlerError, id, _handler.Name, _journal.Failure!.Message);
                break;
            case JournalOutcome.Aborted:
            case JournalOutcome.None:
            default:
                AttemptLog.Aborted(logger, id, _handler.Name);
                break;
        }
    }

    private async ValueTask DisposeServicesAsync()
    {
        try
        {
            await _services.EndAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // The invocation's outcome stands; a service that cannot be disposed must not change it.
            AttemptLog.DisposeFailed(_settings.Logger, error, _handler.Name);
        }
    }

    private ValueTask FlushAsync() => IsGivenUp ? ValueTask.CompletedTask : _output.FlushAsync();

    // The server ends its side when it has read the last message. Ending ours first would make Kestrel reset the stream.
    private async Task DrainInputAsync()
    {
        Volatile.Write(ref _drainStarted, _environment.Clock.GetTimestamp());
        while (!_input.IsEnded && !IsGivenUp && !_isDrainOver)
        {
            if (!_input.TryRead())
            {
                await _signal;
            }
        }
    }
}
