using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Restate.Actors.Internal.Turns;

/// <summary>Runs the user code of one attempt on one thread at a time, and notices code that left it.</summary>
/// <remarks>
/// <para>
/// The thread that enters <see cref="Run"/>, <see cref="Complete"/> or <see cref="Drain"/> is the pump until the call returns; <see cref="Current"/>
/// marks it. Turns, the slices of user code between two awaits, run one after the other in the order in which they were queued.
/// </para>
/// <para>
/// A turn sees a synchronization context (so that <c>await</c> takes the cheap way through <see cref="Post"/>, and so that an exception of an
/// <c>async void</c> method comes back) and, as all turns of one entry run inside one task, a <see cref="TaskScheduler.Current"/> of ours (so that
/// <c>ContinueWith</c>, <c>Task.Factory.StartNew</c> and <c>Parallel.ForEachAsync</c> with the current scheduler stay). A completion sees neither: only so
/// does the runtime continue <c>ConfigureAwait(false)</c> in place, which keeps it on the pump. What runs in place has no context until its next
/// turn: there <c>Task.Yield</c>, <c>ContinueWith</c> and <c>StartNew</c> leave the pump, and <c>async void</c> must not fail.
/// </para>
/// <para>
/// Three holes remain, all found at run time. A <c>ConfigureAwait(false)</c> goes to the thread pool if a turn completes its task (the result of an
/// async method of the user, a completion source of the user), and if it is not the first await of a durable task that is awaited several times.
/// And a continuation of a completion source which is awaited and completed in the same turn runs in place, with the thread pool as its
/// <see cref="TaskScheduler.Current"/>.
/// </para>
/// <para>
/// Turns run in an execution context that holds nothing of the caller, with invariant cultures, and a marker which <see cref="EscapedFrom"/> reads.
/// <see cref="Post"/> and <see cref="Close"/> may be called from any thread; all else has one caller at a time.
/// </para>
/// </remarks>
internal sealed class TurnScheduler
{
    private static readonly AsyncLocal<TurnScheduler?> Flow = new();

    [ThreadStatic]
    private static TurnScheduler? CurrentOnThread;

    private ITurnObserver? _observer;
    private readonly TurnTaskScheduler _tasks;
    private readonly Queue<Turn> _queue = new();
    private ConcurrentQueue<Turn>? _foreign;
    private ExecutionContext? _context;
    private Action<object?>? _firstTurn;
    private Func<object?, bool>? _completeNext;
    private object? _state;
    private bool _acceptsForeign;
    private volatile bool _closed;
    private bool _isEntered;
    private long _entries;
    private long _running;
    private long _turnStarted;
    private int _foreignPosts;

    public TurnScheduler(ITurnObserver observer)
    {
        _observer = observer;
        _tasks = new TurnTaskScheduler(this);
    }

    /// <summary>Gets the scheduler whose pump runs on this thread.</summary>
    public static TurnScheduler? Current => CurrentOnThread;

    /// <summary>Gets the scheduler to whose flow the running code belongs although it is not on its pump.</summary>
    /// <value><see langword="null"/> on the pump, and in code that no turn started.</value>
    /// <remarks>For the text of an error: costs about 10 ns. Says nothing of a flow that was suppressed.</remarks>
    public static TurnScheduler? EscapedFrom => Flow.Value is { IsCurrent: false } scheduler ? scheduler : null;

    /// <summary>Gets or sets the attempt whose code runs here.</summary>
    public object? Owner { get; set; }

    /// <summary>Gets or sets what is told, with the <see cref="Stopwatch"/> timestamp of its beginning, when a turn and those that it made ready have ended.</summary>
    public Action<long>? Ended { get; set; }

    /// <summary>Gets whether the calling thread is the pump.</summary>
    public bool IsCurrent => CurrentOnThread == this;

    /// <summary>Gets whether posts from outside the pump wait for <see cref="Drain"/>.</summary>
    public bool HasForeignWork => !_closed && Volatile.Read(ref _foreign) is { IsEmpty: false };

    /// <summary>Gets how many posts came from outside the pump.</summary>
    public int ForeignPostCount => Volatile.Read(ref _foreignPosts);

    /// <summary>Gets a number that stands for what the pump does now, until it releases the next completion; 0 while it is idle. May be read from any thread.</summary>
    public long RunningTurn => Volatile.Read(ref _running);

    /// <summary>Gets whether the calling thread runs a turn, in difference to a completion.</summary>
    internal bool IsInTurn { get; private set; }

    internal IEnumerable<Task> QueuedTasks => _queue.Select(turn => turn.Work).OfType<Task>();

    /// <summary>Enters the pump with <paramref name="turn"/> as the first turn and returns when no turn is left.</summary>
    public void Run(Action<object?> turn, object? state)
    {
        _firstTurn = turn;
        Enter(static scheduler => ((TurnScheduler)scheduler!).RunTurns(), state);
    }

    /// <summary>Enters the pump and returns when nothing is left to complete and no turn that this made ready.</summary>
    /// <param name="completeNext">Completes at most one plain <see cref="TaskCompletionSource"/>; tells whether it is to be called again.</param>
    /// <param name="state">Its argument.</param>
    /// <exception cref="Exception">What <paramref name="completeNext"/> threw; the turns it made ready wait for the next entry.</exception>
    public void Complete(Func<object?, bool> completeNext, object? state)
    {
        _completeNext = completeNext;
        Enter(static scheduler => ((TurnScheduler)scheduler!).RunCompletions(), state);
    }

    /// <summary>Enters the pump and accepts the posts from outside, one whenever no other turn is left, until there are no more.</summary>
    public void Drain()
    {
        if (HasForeignWork || _queue.Count > 0)
        {
            Enter(static scheduler => ((TurnScheduler)scheduler!).RunAllTurns(), state: null);
        }
    }

    /// <summary>Abandons everything that waits: no turn starts any more and no completion is delivered. A turn that runs goes on to its next await.</summary>
    public void Close()
    {
        _closed = true;
        Volatile.Read(ref _foreign)?.Clear();
    }

    /// <summary>Lets go of the attempt, once closed and idle: a timer or token that user code leaves behind keeps its flow, hence this object.</summary>
    public void Release()
    {
        Owner = null;
        _observer = null;
    }

    /// <summary>Queues <paramref name="callback"/> as a turn. From outside the pump it waits for <see cref="Drain"/>.</summary>
    public void Post(SendOrPostCallback callback, object? state) => Enqueue(new Turn(callback, state));

    /// <summary>Runs <paramref name="callback"/> in place.</summary>
    /// <exception cref="NotSupportedException">The caller is not on the pump: it would have to block.</exception>
    public void Send(SendOrPostCallback callback, object? state)
    {
        if (!IsCurrent)
        {
            throw new NotSupportedException("Send cannot be used from outside the invocation scheduler: it would block the thread. Use Post.");
        }

        callback(state);
    }

    internal void Enqueue(Turn turn)
    {
        if (_closed)
        {
            return;
        }

        if (IsCurrent)
        {
            _queue.Enqueue(turn);
            return;
        }

        var foreign = Volatile.Read(ref _foreign) ?? Interlocked.CompareExchange(ref _foreign, new(), null) ?? _foreign;
        foreign.Enqueue(turn);
        Interlocked.Increment(ref _foreignPosts);
        _observer?.OnForeignPost();
    }

    private void Enter(ContextCallback entry, object? state)
    {
        if (_closed)
        {
            return;
        }

        if (_isEntered)
        {
            throw new InvalidOperationException("The pump of this invocation is already running: it has one caller at a time and cannot be entered from a turn.");
        }

        var outer = CurrentOnThread;
        _isEntered = true;
        BeginTurn();
        _state = state;
        CurrentOnThread = this;
        try
        {
            // Restores the caller's execution and synchronization context, also after an exception.
            ExecutionContext.Run(CleanExecutionContext.Empty, entry, this);
        }
        finally
        {
            CurrentOnThread = outer;
            _firstTurn = null;
            _completeNext = null;
            _state = null;
            if (_closed)
            {
                _queue.Clear();
            }

            EndTurn();
            Volatile.Write(ref _running, 0);
            _isEntered = false;
        }
    }

    private void BeginTurn()
    {
        Volatile.Write(ref _running, ++_entries);
        _turnStarted = Ended is null ? 0 : Stopwatch.GetTimestamp();
    }

    private void EndTurn()
    {
        if (Ended is not null && _turnStarted != 0)
        {
            Ended(_turnStarted);
        }
    }

    private void RunCompletions()
    {
        var isThereMore = false;
        do
        {
            if (isThereMore)
            {
                EndTurn();
                BeginTurn();
            }

            RestoreContext();
            SynchronizationContext.SetSynchronizationContext(null);
            isThereMore = TaskScheduler.Current == TaskScheduler.Default ? _completeNext!(_state) : CompleteInDefaultScheduler();
            if (_queue.Count > 0)
            {
                RunTurns();
            }
        }
        while (isThereMore && !_closed);
    }

    // An attempt whose pump is entered from the turn of another.
    private bool CompleteInDefaultScheduler()
    {
        var isThereMore = false;
        RunInside(TaskScheduler.Default, _ => isThereMore = CompleteNext());
        return isThereMore;

        bool CompleteNext()
        {
            RestoreContext();
            return _completeNext!(_state);
        }
    }

    private void RunAllTurns()
    {
        _acceptsForeign = true;
        try
        {
            RunTurns();
        }
        finally
        {
            _acceptsForeign = false;
        }
    }

    private void RunTurns()
    {
        IsInTurn = true;
        try
        {
            RunInside(_tasks, static scheduler => ((TurnScheduler)scheduler!).TakeTurns());
        }
        finally
        {
            IsInTurn = false;
        }
    }

    private void RunInside(TaskScheduler tasks, Action<object?> body)
    {
        // A task that is created in the empty context needs no room to remember it.
        ExecutionContext.Restore(CleanExecutionContext.Empty);

        // A child task of the user must not attach itself: RunSynchronously would wait for it.
        var task = new Task(body, this, CancellationToken.None, TaskCreationOptions.DenyChildAttach);
        task.RunSynchronously(tasks);
        if (task.IsFaulted)
        {
            ExceptionDispatchInfo.Throw(task.Exception.InnerException!);
        }
    }

    private void TakeTurns()
    {
        if (_firstTurn is { } first)
        {
            _firstTurn = null;
            TakeTurn(new Turn(first, _state));
        }

        while (!_closed && TryDequeue(out var turn))
        {
            TakeTurn(turn);
        }
    }

    private void TakeTurn(Turn turn)
    {
        // Both anew for each turn: the one before may have left changes behind.
        RestoreContext();
        SynchronizationContext.SetSynchronizationContext(new TurnSynchronizationContext(this));
        try
        {
            switch (turn.Work)
            {
                case SendOrPostCallback callback:
                    callback(turn.State);
                    break;
                case Task task:
                    _tasks.TryExecute(task);
                    break;
                case Action<object?> first:
                    first(turn.State);
                    break;
            }
        }
        catch (Exception exception)
        {
            _observer?.OnTurnException(exception);
        }
    }

    private bool TryDequeue(out Turn turn)
        => _queue.TryDequeue(out turn) || (_acceptsForeign && _foreign is { } foreign && foreign.TryDequeue(out turn));

    private void RestoreContext()
    {
        if (_context is not null)
        {
            ExecutionContext.Restore(_context);
            return;
        }

        ExecutionContext.Restore(CleanExecutionContext.Invariant);
        Flow.Value = this;
        _context = ExecutionContext.Capture();
    }
}
