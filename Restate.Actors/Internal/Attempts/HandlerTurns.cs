using Restate.Actors.Internal.Activations;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Internal.Proxies;
using Restate.Actors.Internal.Telemetry;
using Restate.Actors.Internal.Turns;

namespace Restate.Actors.Internal.Attempts;

/// <summary>The handler's side of an attempt: runs its turns and gives it what the journal releases. Knows no stream.</summary>
internal sealed class HandlerTurns : ITurnObserver
{
    private static readonly Action<object?> StartHandler = static state => ((HandlerTurns)state!).Start();
    private static readonly Func<object?, bool> DeliverNext = static state => ((HandlerTurns)state!).TryDeliver();
    private static readonly Func<Invocation, IActorFactory> CreateActors = static invocation => new JournalActorFactory(invocation);

    private readonly HandlerInvoker _handler;
    private readonly AttemptEnvironment _environment;
    private readonly InvocationSettings _settings;
    private readonly JournalMachine _journal;
    private readonly AttemptServices _services;
    private readonly AttemptRequests _requests;
    private readonly TurnScheduler _turns;
    private StepRunner? _steps;
    private Progress? _progress;
    private bool _isAnswerTaken = true;
    private bool _wasCancelledLast;

    public HandlerTurns(HandlerInvoker handler, AttemptEnvironment environment, JournalMachine journal, AttemptServices services, AttemptRequests requests)
    {
        _handler = handler;
        _environment = environment;
        _settings = handler.SettingsIn(environment);
        _journal = journal;
        _services = services;
        _requests = requests;
        _turns = new TurnScheduler(this);
    }

    /// <summary>Gets the invocation; there is one once the handler has begun.</summary>
    public Invocation? Invocation { get; private set; }

    /// <summary>Gets what stands for the turn that runs now; 0 when none does. From any thread.</summary>
    public long RunningTurn => _turns.RunningTurn;

    /// <summary>Begins the handler and runs its first turn.</summary>
    public void Begin(ActivationUse use, AttemptObservation? observation)
    {
        Invocation = new Invocation(_journal, _turns, _settings, use.Memory);
        if (observation is not null)
        {
            Invocation.Observation = observation;
            _turns.Ended = observation.TurnEnded;
        }

        _turns.Run(StartHandler, this);
    }

    /// <summary>Does the next thing that can be done without waiting.</summary>
    /// <returns><see langword="false"/> if there is none.</returns>
    public bool Advance()
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

        if (!Invocation!.IsWaiting)
        {
            // The handler waits for something, but for nothing durable.
            return !TolerateEscape();
        }

        return AskJournal();
    }

    /// <summary>Takes the step that the thread of the loop is to execute while the loop sleeps, if there is one.</summary>
    public StepExecution? TakeStep() => _steps?.TakeForLoopThread();

    /// <summary>Abandons what waits. From here no code of the handler runs any more.</summary>
    public void End()
    {
        _turns.Close();
        _turns.Release();
        Invocation?.End();
    }

    void ITurnObserver.OnForeignPost() => _requests.WakeElsewhere();

    void ITurnObserver.OnTurnException(Exception exception) => HandlerResults.Fail(Invocation!, exception);

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

        var invocation = Invocation!;
        invocation.Chain = CallChain.Of(_handler.Contract, _handler.Handler, _journal.Start!, input.Headers);
        invocation.Context = new InvocationContext(invocation, input.Headers, CreateActors);
        invocation.Observation?.InputTaken(input.Value.Length);
        invocation.ResultRole = _settings.Payloads.Transforms?.ResultFor(input) ?? PayloadRoles.Result;
        _handler.Start(invocation, _services, input.Value);
    }

    /// <summary>Delivers what the journal releases until it wants something else, or something else is to be looked at.</summary>
    private bool AskJournal()
    {
        Ask();
        if (_progress?.Kind is ProgressKind.Decided or ProgressKind.Cancelled)
        {
            try
            {
                _turns.Complete(DeliverNext, this);
            }
            catch (Exception error)
            {
                // A callback of the handler: of a timer, or of its token, which collects what its callbacks throw.
                HandlerResults.Fail(Invocation!, error is AggregateException { InnerExceptions: [var single] } ? single : error);
                return true;
            }
        }

        switch (_progress?.Kind)
        {
            case ProgressKind.ExecuteRun:
                _steps ??= new StepRunner(Invocation!, _environment, _requests.WakeHere);
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
        if (_isAnswerTaken)
        {
            Ask();
        }

        _isAnswerTaken = true;
        switch (_progress?.Kind)
        {
            case ProgressKind.Decided:
                _wasCancelledLast = false;
                Invocation!.Deliver(Invocation.Waits.TakeDecided());
                return true;
            case ProgressKind.Cancelled:
                _wasCancelledLast = true;
                Invocation!.DeliverCancellation();
                return true;
            default:
                return false;
        }
    }

    /// <summary>Asks the journal what comes next, unless the loop is to look elsewhere first.</summary>
    private void Ask()
    {
        _progress = null;
        _isAnswerTaken = false;
        if (_journal.IsClosed || _requests.IsAborted || _requests.IsReplaced || !Invocation!.IsWaiting || _turns.HasForeignWork)
        {
            return;
        }

        try
        {
            if (_requests.IsSuspensionDue && !_journal.IsInputClosed)
            {
                _journal.CloseInput();
            }

            _progress = _journal.Next(Invocation.Waits);
        }
        catch (JournalException)
        {
            // The error is written; the attempt sees that the journal is closed.
        }
    }

    private bool TolerateEscape()
    {
        // A delay that the token has cut short completes Task.WhenAll and its like on another thread; that is no fault of the handler.
        if (_wasCancelledLast)
        {
            return true;
        }

        Invocation!.Observation?.Escaped();
        if (_environment.IsStrict)
        {
            _journal.Fail(ErrorCodes.Internal, EscapeErrors.ForeignAwait(Invocation), string.Empty);
            return false;
        }

        _environment.Escapes.Warn(Invocation, _settings.Logger);
        return true;
    }
}
