using Restate.Actors.Internal.Activations;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Drives one attempt: feeds the journal from the stream, lets the handler take its turns, sends what came of it.</summary>
/// <remarks>
/// One loop owns the journal and the turns. Other threads only leave a note (a step's outcome, an <see cref="AttemptRequests">request</see>) and wake it.
/// A call that needs nothing but its input runs from the read to the flush on one thread.
/// </remarks>
internal sealed class Attempt : IGateHolder
{
    private readonly AttemptConnection _connection;
    private readonly HandlerInvoker _handler;
    private readonly AttemptEnvironment _environment;
    private readonly InvocationSettings _settings;
    private readonly WakeSignal _signal;
    private readonly AttemptRequests _requests;
    private readonly JournalMachine _journal;
    private readonly AttemptInput _input;
    private readonly AttemptOutput _output;
    private readonly AttemptServices _services;
    private readonly HandlerTurns _turns;
    private WatchedAttempt? _watched;
    private TurnWatch _watch;
    private long _drainStarted;
    private bool _isStopped;

    public Attempt(AttemptConnection connection, HandlerInvoker handler, AttemptEnvironment environment)
    {
        _connection = connection;
        _handler = handler;
        _environment = environment;
        _settings = handler.SettingsIn(environment);
        _signal = new WakeSignal(connection.Activity);
        _requests = new AttemptRequests(_signal);
        _journal = new JournalMachine(
            connection.Version,
            connection.Output,
            onMismatch: environment.OnJournalMismatch,
            passesCancellationOn: !_settings.CancelsExplicitly,
            payloadEquality: _settings.Payloads.Equality);
        _input = new AttemptInput(connection.Input, new FrameReader(environment.Options.MaxMessageBytes), _journal, _signal, environment.Options.MaxJournalBytes);
        _output = new AttemptOutput(connection.Output);
        _services = new AttemptServices(environment.Scopes, environment.InjectedClock);
        _turns = new HandlerTurns(handler, environment, _journal, _services, _requests);
    }

    // Nothing may be written any more: the server does not want it.
    private bool IsGivenUp => IsLost || (_requests.IsReplaced && !_journal.IsClosed);

    private bool IsLost => _isStopped || _requests.IsAborted || _input.IsLost || _output.IsLost;

    private bool IsGoingOn => !_journal.IsClosed && !IsGivenUp;

    /// <summary>Runs the attempt to its end. Never fails.</summary>
    /// <returns>A task that completes when the last message is sent and the server has taken note, or the stream is reset.</returns>
    public async Task RunAsync(ActivationTable activations, RunningAttempts running)
    {
        running.Add(this);
        try
        {
            try
            {
                using var registration = _connection.Aborted.UnsafeRegister(static requests => ((AttemptRequests)requests!).Abort(), _requests);
                while (IsGoingOn && !_journal.IsReadyToRun)
                {
                    if (!_input.TryRead())
                    {
                        await _signal;
                    }
                }

                if (_journal.IsReadyToRun)
                {
                    await (WatchedAttempt.IsNeeded(_environment) ? RunWatchedAsync(activations) : RunHandlerAsync(activations)).ConfigureAwait(false);
                }

                await FlushAsync().ConfigureAwait(false);

                // The server ends its side when it has read the last message. Ending ours first would make Kestrel reset the stream.
                Volatile.Write(ref _drainStarted, _environment.Clock.GetTimestamp());
                while (!_input.IsEnded && !IsGivenUp && !_requests.IsDrainOver)
                {
                    if (!_input.TryRead())
                    {
                        await _signal;
                    }
                }
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
        finally
        {
            running.Remove(this);
        }
    }

    /// <summary>Ends the attempt at its next wait, because a newer attempt takes its place. If the handler gets to its end before, that is as good.</summary>
    public void Stop() => _requests.Replace();

    /// <summary>Suspends the attempt at its next wait, as if the server had ended its side.</summary>
    public void Suspend() => _requests.Suspend();

    /// <summary>Looks at the attempt from the outside.</summary>
    /// <returns><see langword="true"/> if something is to be done, which is the matter of <see cref="Attend"/>.</returns>
    public bool NeedsAttention()
    {
        return IsDrainOverdue()
            || _output.IsHeldBack
            || _watch.IsNewlyLong(_turns.RunningTurn, _environment.Options.LongTurnThreshold, _environment.Clock);
    }

    /// <summary>Ends a drain that takes too long, sends what waits for a step that takes long, or warns of a turn that does.</summary>
    public void Attend()
    {
        if (IsDrainOverdue())
        {
            _requests.EndDrain();
            return;
        }

        if (_output.IsHeldBack)
        {
            _requests.WakeElsewhere();
            return;
        }

        AttemptLog.LongTurn(_settings.Logger, _handler.Name, _journal.Start!.DebugId, _environment.Options.LongTurnThreshold);
    }

    void IGateHolder.Waited(TimeSpan time) => _watched?.Observation?.GateWaited(time);

    private bool IsDrainOverdue()
    {
        var started = Volatile.Read(ref _drainStarted);
        return started != 0 && _environment.Options.StreamEndTimeout != Timeout.InfiniteTimeSpan
            && _environment.Clock.GetElapsedTime(started) >= _environment.Options.StreamEndTimeout;
    }

    private Task RunWatchedAsync(ActivationTable activations)
    {
        _watched = new WatchedAttempt(_environment, _settings, _journal, _connection);
        return _watched.RunAsync(() => RunHandlerAsync(activations), () => _turns.Invocation?.HandlerError);
    }

    private async Task RunHandlerAsync(ActivationTable activations)
    {
        using var use = activations.Use(_handler.Contract, _journal.Start!.Key);
        var gate = _handler.IsExclusive ? use.Gate : null;
        if (gate?.TryEnter(this) == false)
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
        try
        {
            _turns.Begin(use, _watched?.Observation);
            while (IsGoingOn)
            {
                if (_turns.Advance())
                {
                    continue;
                }

                var step = _turns.TakeStep();
                if (step is null)
                {
                    await _output.FlushAsync().ConfigureAwait(false);
                }
                else
                {
                    // Most steps end at once, and their result then goes with their command.
                    _output.HoldBack();
                }

                if (_output.IsLost || _input.TryRead())
                {
                    step?.Queue();
                }
                else
                {
                    await _signal.Sleep(step);
                }
            }
        }
        finally
        {
            _turns.End();
        }

        if (IsGivenUp)
        {
            _isStopped = true;
            _journal.Abort();
        }
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
                AttemptLog.Suspended(logger, id, _handler.Name, _turns.Invocation!.Waits.Count);
                break;
            case JournalOutcome.Failed:
                AttemptLog.Failed(logger, _turns.Invocation?.HandlerError, id, _handler.Name, _journal.Failure!.Message);
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
}
