using System.Buffers;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Internal.Turns;

namespace Restate.Actors.Internal.Operations;

/// <summary>What the operations of one attempt share.</summary>
internal sealed class Invocation
{
    // Payloads are written here before they go into a command; commands copy them at once.
    private readonly ArrayBufferWriter<byte> _scratch = new(256);
    private Action? _endOutside;

    public Invocation(JournalMachine journal, TurnScheduler turns, InvocationSettings settings)
    {
        Journal = journal;
        Turns = turns;
        Settings = settings;
        turns.Owner = this;
    }

    public JournalMachine Journal { get; }

    public TurnScheduler Turns { get; }

    public InvocationSettings Settings { get; }

    public OutstandingWaits Waits { get; } = new();

    /// <summary>Gets the steps that have no result yet, by completion id.</summary>
    public Dictionary<uint, RunStep> Steps { get; } = [];

    public IActorSerializer Serializer => Settings.Serializer;

    /// <summary>Gets or sets the context of the handler; set before any of its code runs.</summary>
    public InvocationContext? Context { get; set; }

    public StartMessage Start => Journal.Start!;

    /// <summary>Gets how many results the handler was given. The same in every attempt at the same place.</summary>
    public int DeliveredCount { get; private set; }

    /// <summary>Gets or sets the exception of the handler that made the attempt fail.</summary>
    public Exception? HandlerError { get; set; }

    /// <summary>Gets what wakes the loop of the attempt, from any thread.</summary>
    public required Action Wake { get; init; }

    /// <summary>Gets whether the handler ended on a foreign thread.</summary>
    public bool HasEndedOutside => Volatile.Read(ref _endOutside) is not null;

    /// <summary>Gets the source of the token that fires when the invocation is cancelled.</summary>
    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>Gets the source of the token that tells steps to stop.</summary>
    public CancellationTokenSource StepCancellation { get; private set; } = new();

    /// <summary>The invocation whose turn runs on this thread.</summary>
    public static Invocation? Current => TurnScheduler.Current?.Owner as Invocation;

    /// <summary>Makes sure that an operation is called from the handler's turn.</summary>
    /// <exception cref="InvalidOperationException">It is called from elsewhere; the message says from where.</exception>
    public void Enter(string operation)
    {
        if (TurnScheduler.Current != Turns)
        {
            throw EscapeErrors.OffScheduler(this, operation);
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
        if (Journal.TryTake(wait.Id, out var result))
        {
            wait.Complete(result);
        }
    }

    /// <summary>Fails all waits because the invocation was cancelled. Called on the pump.</summary>
    public void DeliverCancellation()
    {
        DeliveredCount++;
        var waits = Waits.TakeCancelled();
        Steps.Clear();
        var stepsToEnd = AbandonSteps();
        stepsToEnd.Cancel();
        Cancellation.Cancel();
        foreach (var wait in waits)
        {
            wait.Cancel(new InvocationCancelledException(Cancellation.Token));
        }
    }

    /// <summary>Notes that the handler ended on a foreign thread. The attempt takes it from there.</summary>
    public void EndOutside(Action end)
    {
        Volatile.Write(ref _endOutside, end);
        Wake();
    }

    /// <summary>Ends the handler on the pump, if it ended on a foreign thread.</summary>
    public void TakeEndOutside()
    {
        if (Interlocked.Exchange(ref _endOutside, null) is { } end)
        {
            Turns.Run(static action => ((Action)action!)(), end);
        }
    }

    /// <summary>Gives the steps that are started from now on a token of their own.</summary>
    /// <returns>The source of the token of the steps until now.</returns>
    public CancellationTokenSource AbandonSteps()
    {
        var previous = StepCancellation;
        StepCancellation = new CancellationTokenSource();
        return previous;
    }

    /// <summary>Finds the terminal failure that an exception of the application stands for. From any thread.</summary>
    /// <returns>The failure, or <see langword="null"/> if the exception is none.</returns>
    public TerminalException? MapError(Exception error) => Settings.Errors.Map(error, Settings.Declared, Settings.Handler.Name);

    /// <summary>Writes a value to bytes that are valid until the next call.</summary>
    /// <exception cref="TerminalException">It cannot be written; another attempt would fail the same way.</exception>
    public ReadOnlyMemory<byte> Serialize<T>(PayloadFormat<T> format, T value, string what)
    {
        _scratch.ResetWrittenCount();
        try
        {
            format.Write(_scratch, value, Serializer);
        }
        catch (Exception error) when (error is not TerminalException)
        {
            throw new TerminalException($"{what} of type {typeof(T)} cannot be serialized: {error.Message}", error);
        }

        return _scratch.WrittenMemory;
    }
}
