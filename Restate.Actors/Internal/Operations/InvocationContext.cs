using Microsoft.Extensions.Logging;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Internal.Randomness;
using Restate.Actors.Internal.Reminders;

namespace Restate.Actors.Internal.Operations;

/// <summary>The durable operations of one attempt, as user code sees them.</summary>
internal sealed class InvocationContext : IActorContext
{
    private readonly Invocation _invocation;
    private readonly StateOperations _states;
    private readonly RunOperations _runs;
    private readonly AwakeableOperations _awakeables;
    private readonly DurableTimeProvider _time;
    private ReminderOperations? _reminders;
    private SeededRandom? _numbers;
    private ReplayableRandom? _random;
    private ReplayAwareLogger? _logger;

    public InvocationContext(Invocation invocation, IActorFactory actors, ActorRequest request)
    {
        _invocation = invocation;
        _states = new StateOperations(invocation);
        _runs = new RunOperations(invocation);
        _awakeables = new AwakeableOperations(invocation);
        _time = new DurableTimeProvider(invocation);
        Actors = actors;
        Request = request;
    }

    /// <summary>The context of the invocation whose turn runs on this thread.</summary>
    public static InvocationContext? CurrentOrNull => Invocation.Current?.Context;

    public string InvocationId => _invocation.Start.DebugId;

    public string Key => _invocation.Start.Key;

    public ActorRequest Request { get; }

    public IActorFactory Actors { get; }

    public IActorStates States => _states;

    public IActorReminders Reminders => ReminderOperations;

    public ReminderOperations ReminderOperations => _reminders ??= new ReminderOperations(_invocation, this);

    public TimeProvider Time => _time;

    public Random Random
    {
        get
        {
            _invocation.Enter("Random");
            return _random ??= new ReplayableRandom(Numbers());
        }
    }

    public ILogger Logger => _logger ??= new ReplayAwareLogger(_invocation);

    public CancellationToken CancellationToken => _invocation.Cancellation.Token;

    public AwakeableOperations Awakeables => _awakeables;

    public Guid NewGuid()
    {
        _invocation.Enter("NewGuid");
        return Numbers().NewGuid();
    }

    public Task<T> Run<T>(string name, Func<RunContext, Task<T>> action, RunOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(action);
        return _runs.RunAsync(name, action, options?.ToPolicy());
    }

    public Task Run(string name, Func<RunContext, Task> action, RunOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(action);
        return _runs.RunAsync(name, action, options?.ToPolicy());
    }

    public Task<T> RunCached<T>(string name, Func<RunContext, Task<T>> action, TimeSpan? maxAge = null, RunOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(action);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxAge ?? TimeSpan.Zero, TimeSpan.Zero, nameof(maxAge));
        return _runs.RunCachedAsync(name, action, maxAge ?? TimeSpan.MaxValue, options?.ToPolicy());
    }

    public Task Sleep(TimeSpan delay, string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        _invocation.Enter("Sleep");
        return _invocation.WaitAsync(new VoidWait(_time.StartSleep(delay, name ?? string.Empty)));
    }

    public Awakeable<T> CreateAwakeable<T>() => _awakeables.Create<T>();

    public Task<T> Signal<T>(string name) => _awakeables.WaitForSignalAsync<T>(name);

    public IDurablePromise<T> Promise<T>(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (_invocation.Settings.Contract.Kind != ActorKind.Workflow)
        {
            throw new InvalidOperationException($"{EscapeErrors.Name(_invocation)} is no workflow; only workflows have promises. Use an awakeable or a signal.");
        }

        return new DurablePromise<T>(_invocation, name);
    }

    // Version 5 of the protocol promises no seed; the invocation id is the same in every attempt.
    private SeededRandom Numbers() => _numbers ??= new SeededRandom(
        _invocation.Journal.Version >= ServiceProtocolVersion.V6 ? _invocation.Start.RandomSeed : SeededRandom.DeriveSeed(_invocation.Start.Id.Span));
}
