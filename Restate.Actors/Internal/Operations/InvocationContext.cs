using Microsoft.Extensions.Logging;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Contracts;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Internal.Randomness;
using Restate.Actors.Internal.Reminders;

namespace Restate.Actors.Internal.Operations;

/// <summary>The durable operations of one attempt, as user code sees them.</summary>
internal sealed class InvocationContext : IActorContext
{
    private readonly Invocation _invocation;
    private readonly IReadOnlyList<Header> _headers;
    private readonly Func<Invocation, IActorFactory> _createActors;

    // A handler uses few of them.
    private IReadOnlyList<Header>? _carriedHeaders;
    private ActorRequest? _request;
    private IActorFactory? _actors;
    private StateOperations? _states;
    private RunOperations? _runs;
    private AwakeableOperations? _awakeables;
    private DurableTimeProvider? _time;
    private ReminderOperations? _reminders;
    private SeededRandom? _numbers;
    private ReplayableRandom? _random;
    private ReplayAwareLogger? _logger;

    /// <summary>Creates the context.</summary>
    /// <param name="invocation">The invocation.</param>
    /// <param name="headers">The headers of its request.</param>
    /// <param name="createActors">Creates the proxies of other actors.</param>
    public InvocationContext(Invocation invocation, IReadOnlyList<Header> headers, Func<Invocation, IActorFactory> createActors)
    {
        _invocation = invocation;
        _headers = headers;
        _createActors = createActors;
    }

    /// <summary>The context of the invocation whose turn runs on this thread.</summary>
    public static InvocationContext? CurrentOrNull => Invocation.Current?.Context;

    public string InvocationId => _invocation.Start.DebugId;

    public string Key => _invocation.Start.Key;

    public ActorRequest Request => _request ??= CreateRequest();

    public IActorFactory Actors => _actors ??= _createActors(_invocation);

    public IActorStates States => _states ??= new StateOperations(_invocation);

    public IActorReminders Reminders => ReminderOperations;

    public ReminderOperations ReminderOperations => _reminders ??= new ReminderOperations(_invocation, this);

    public TimeProvider Time => Clock;

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

    /// <summary>Gets the headers of the request that go on to all calls and sends.</summary>
    public IReadOnlyList<Header> CarriedHeaders => _carriedHeaders ??= _invocation.Settings.CarriedHeaders.Of(_headers);

    public AwakeableOperations Awakeables => _awakeables ??= new AwakeableOperations(_invocation);

    private RunOperations Runs => _runs ??= new RunOperations(_invocation);

    private DurableTimeProvider Clock => _time ??= new DurableTimeProvider(_invocation);

    public Guid NewGuid()
    {
        _invocation.Enter("NewGuid");
        return Numbers().NewGuid();
    }

    public Task<T> Run<T>(string name, Func<RunContext, Task<T>> action, RunOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(action);
        return Runs.RunAsync(name, action, options);
    }

    /// <inheritdoc cref="IActorContext.Run{T}(string, Func{RunContext, Task{T}}, RunOptions?)"/>
    public Task<T> RunImmediateAsync<T>(string name, Func<RunContext, T> action, RunOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Runs.RunImmediateAsync(name, action, options);
    }

    public Task Run(string name, Func<RunContext, Task> action, RunOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(action);
        return Runs.RunAsync(name, action, options);
    }

    public Task<T> RunCached<T>(string name, Func<RunContext, Task<T>> action, TimeSpan? maxAge = null, RunOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(action);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxAge ?? TimeSpan.Zero, TimeSpan.Zero, nameof(maxAge));
        return Runs.RunCachedAsync(name, action, maxAge ?? TimeSpan.MaxValue, options);
    }

    public Task Sleep(TimeSpan delay, string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        _invocation.Enter("Sleep");
        return _invocation.WaitAsync(new VoidWait(Clock.StartSleep(delay, name ?? string.Empty)));
    }

    public Awakeable<T> CreateAwakeable<T>(IPayloadSerializer? serializer = null) => Awakeables.Create<T>(serializer);

    public Task<T> Signal<T>(string name) => Awakeables.WaitForSignalAsync<T>(name);

    public IDurablePromise<T> Promise<T>(string name, IPayloadSerializer? serializer = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (_invocation.Settings.Contract.Kind != ActorKind.Workflow)
        {
            throw new InvalidOperationException($"{_invocation.Name} is no workflow; only workflows have promises. Use an awakeable or a signal.");
        }

        return new DurablePromise<T>(_invocation, name, PayloadFormatOf<T>.With(serializer));
    }

    // The others are between hosts.
    private static bool IsOfTheCaller(Header header)
    {
        return !CallChain.IsChain(header.Key) && !header.Key.Equals(PayloadTransforms.HeaderName, StringComparison.OrdinalIgnoreCase);
    }

    private ActorRequest CreateRequest()
    {
        KeyValuePair<string, string>[] headers = [.. _headers.Where(IsOfTheCaller).Select(header => KeyValuePair.Create(header.Key, header.Value))];
        return new ActorRequest(_invocation.Settings.Contract.Name, _invocation.Settings.Handler.Name, headers)
        {
            IdempotencyKey = _invocation.Start.IdempotencyKey,
            Scope = _invocation.Start.Scope,
            LimitKey = _invocation.Start.LimitKey,
        };
    }

    // Version 5 of the protocol promises no seed; the invocation id is the same in every attempt.
    private SeededRandom Numbers() => _numbers ??= new SeededRandom(
        _invocation.Journal.Version >= ServiceProtocolVersion.V6 ? _invocation.Start.RandomSeed : SeededRandom.DeriveSeed(_invocation.Start.Id.Span));
}
