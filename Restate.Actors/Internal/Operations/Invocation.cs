using System.Buffers;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Internal.Telemetry;
using Restate.Actors.Internal.Turns;

namespace Restate.Actors.Internal.Operations;

/// <summary>What the operations of one attempt share.</summary>
internal sealed class Invocation
{
    // Larger ones are not kept for the next payload: an attempt may wait for months.
    private const int LargestKeptScratch = 32 * 1024;

    // Payloads are written here before they go into a command; commands copy them at once.
    private ArrayBufferWriter<byte>? _scratch;
    private OutstandingWaits? _waits;
    private PendingSteps? _steps;
    private List<CancellationTokenRegistration>? _registrations;
    private List<IPreloadedState>? _preloaded;

    public Invocation(JournalMachine journal, TurnScheduler turns, InvocationSettings settings, IKeyMemory? memory)
    {
        Journal = journal;
        Turns = turns;
        Settings = settings;
        Memory = memory;
        UnsavedState = settings.SavesOnSuccess ? new StateBuffer() : null;
        turns.Owner = this;
    }

    public JournalMachine Journal { get; }

    public TurnScheduler Turns { get; }

    public InvocationSettings Settings { get; }

    /// <summary>Gets what the activation of the key remembers; none in a basic service.</summary>
    public IKeyMemory? Memory { get; }

    public OutstandingWaits Waits => _waits ??= new OutstandingWaits();

    /// <summary>Gets whether the handler waits for something durable.</summary>
    public bool IsWaiting => _waits is { IsEmpty: false };

    public PendingSteps Steps => _steps ??= new PendingSteps(Settings.Logger);

    public IActorSerializer Serializer => Settings.Payloads.Serializer;

    public PayloadCoder Payloads => Settings.Payloads;

    /// <summary>Gets or sets the role of the handler's result: none if its caller reads plain ones only. Set before any of its code runs.</summary>
    public PayloadRoles ResultRole { get; set; } = PayloadRoles.Result;

    /// <summary>Gets the wire names of the service and the handler.</summary>
    public string Name => Settings.Name;

    /// <summary>Gets or sets the context of the handler; set before any of its code runs.</summary>
    public InvocationContext? Context { get; set; }

    /// <summary>Gets the writes that wait for the handler's success, or <see langword="null"/> if writes count at once.</summary>
    public StateBuffer? UnsavedState { get; }

    /// <summary>Gets or sets the keys that wait for this invocation; set with the context.</summary>
    public CallChain? Chain { get; set; }

    public StartMessage Start => Journal.Start!;

    /// <summary>Gets how many results the handler was given. The same in every attempt at the same place.</summary>
    public int DeliveredCount { get; private set; }

    /// <summary>Gets or sets what is told to listeners, if there are any.</summary>
    public AttemptObservation? Observation { get; set; }

    /// <summary>Gets or sets the exception with which the handler has ended: the attempt fails with it, or the invocation, if it is terminal.</summary>
    public Exception? HandlerError { get; set; }

    /// <summary>Gets the source of the token that fires when the invocation is cancelled.</summary>
    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>The invocation whose turn runs on this thread.</summary>
    public static Invocation? Current => TurnScheduler.Current?.Owner as Invocation;

    /// <summary>Makes sure that an operation is called from the handler's turn.</summary>
    /// <exception cref="InvalidOperationException">It is called from elsewhere; the message says from where.</exception>
    public void Enter(in LazyText operation)
    {
        if (TurnScheduler.Current != Turns)
        {
            throw EscapeErrors.OffScheduler(this, operation.ToString());
        }
    }

    /// <summary>Adds a wait.</summary>
    /// <returns>Its task.</returns>
    public Task<T> WaitAsync<T>(DurableWait<T> wait)
    {
        Waits.Add(wait, Journal.IsReleased(wait.Id));
        return wait.Task;
    }

    /// <summary>Delivers the result that was released for a wait. Called on the pump.</summary>
    public void Deliver(IDurableWait wait)
    {
        DeliveredCount++;
        if (!Journal.TryTake(wait.Id, out var result))
        {
            return;
        }

        if (wait.Id.Kind == NotificationIdKind.Completion)
        {
            _steps?.TryRemove(wait.Id.Number, out _);
        }

        wait.Complete(result);
    }

    /// <summary>Fails all waits because the invocation was cancelled. Called on the pump.</summary>
    /// <exception cref="AggregateException">Callbacks that the handler registered with the token threw.</exception>
    public void DeliverCancellation()
    {
        DeliveredCount++;
        if (Settings.CancelsExplicitly)
        {
            Cancellation.Cancel();
            return;
        }

        var waits = Waits.TakeCancelled(Journal.IsReleased);
        _steps?.Abandon();

        // A token calls first what was registered last. The waits have to end before Task.Delay hears of it, which completes
        // Task.WhenAny on another thread then, and after the token is marked, for exception filters that look at it.
        using (Cancellation.Token.UnsafeRegister(static (state, token) => Cancel((IReadOnlyList<IDurableWait>)state!, token), waits))
        {
            Cancellation.Cancel();
        }
    }

    /// <summary>Notes a state value that is to be read before the handler begins.</summary>
    public void Preload(IPreloadedState state) => (_preloaded ??= []).Add(state);

    /// <summary>Takes the state values that are to be read now, in the order in which the actor got them.</summary>
    public IReadOnlyList<IPreloadedState>? TakePreloaded()
    {
        var taken = _preloaded;
        _preloaded = null;
        return taken;
    }

    /// <summary>Keeps a registration, with a token that may live longer than the attempt, no longer than the attempt.</summary>
    public void KeepUntilEnd(CancellationTokenRegistration registration) => (_registrations ??= []).Add(registration);

    /// <summary>Lets go of everything outside: tells the steps that still run, and leaves the tokens of others.</summary>
    public void End()
    {
        _scratch = null;
        _steps?.Abandon();
        foreach (var registration in _registrations ?? [])
        {
            registration.Unregister();
        }
    }

    /// <summary>Finds the terminal failure that an exception of the application stands for. From any thread.</summary>
    /// <returns>The failure, or <see langword="null"/> if the exception is none.</returns>
    public TerminalException? MapError(Exception error) => Settings.Errors.Map(error, Settings.Declared, Settings.Handler.Name);

    /// <summary>Writes a value to bytes that are valid until the next call.</summary>
    /// <exception cref="TerminalException">It cannot be written; another attempt would fail the same way.</exception>
    public ReadOnlyMemory<byte> Serialize<T>(PayloadFormat<T> format, T value, PayloadRoles role, in LazyText what)
    {
        var scratch = _scratch ??= new ArrayBufferWriter<byte>(256);
        scratch.ResetWrittenCount();
        try
        {
            Payloads.Write(scratch, format, value, role);
        }
        catch (Exception error) when (PayloadCoder.IsFinal(error))
        {
            throw new TerminalException($"{what.ToString()} of type {typeof(T)} cannot be serialized: {error.Message}", error);
        }

        if (scratch.Capacity > LargestKeptScratch)
        {
            _scratch = null;
        }

        return scratch.WrittenMemory;
    }

    private static void Cancel(IReadOnlyList<IDurableWait> waits, CancellationToken token)
    {
        foreach (var wait in waits)
        {
            wait.Cancel(new InvocationCancelledException(token));
        }
    }
}
