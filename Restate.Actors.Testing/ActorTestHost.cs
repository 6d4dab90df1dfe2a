using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.CompilerServices;
using Restate.Actors.Testing.Internal;
using Restate.Actors.Testing.Internal.Exploration;
using Restate.Actors.Testing.Internal.Inspection;
using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing;

/// <summary>Durable actors under test: the engine of production with a server that lives in memory, and time that jumps.</summary>
/// <remarks>
/// Nothing is durable: the journals, the state and the timers end with the host. Handlers, proxies, serialization, replay and retries are those of
/// production. A host is for one test; it is cheap to start. Thread-safe.
/// </remarks>
public sealed class ActorTestHost : IAsyncDisposable
{
    private readonly TestHostCore _core;
    private readonly Inspector _inspector;

    private ActorTestHost(TestHostCore core)
    {
        _core = core;
        _inspector = new Inspector(core.Server, core.Environment.Payloads);
    }

    /// <summary>Gets the client with which a test calls actors as callers outside do: calls, sends, attach, options.</summary>
    public IRestateClient Client => _core.Client;

    /// <summary>Gets the services of the host.</summary>
    public IServiceProvider Services => _core.Services;

    /// <summary>Gets the virtual time. Code under test gets it as <see cref="TimeProvider"/> from the services, unless the test has registered another one.</summary>
    public TimeProvider Time => _core.Server.Time;

    /// <summary>Gets all invocations there were, in the order in which they were accepted.</summary>
    public IReadOnlyList<TestInvocation> Invocations => _inspector.Invocations;

    /// <summary>Gets the timers that have not fired, the next one first: sleeps, delayed starts, retries, and timers of code under test.</summary>
    public IReadOnlyList<TestTimer> PendingTimers => _inspector.Timers;

    /// <summary>Gets the one-way calls that actors have made, in their order; those of the test itself are not among them.</summary>
    public IReadOnlyList<RecordedSend> Sends => _inspector.Sends;

    /// <summary>Starts a host.</summary>
    /// <param name="actors">Adds the actors: <c>actors => actors.AddGeneratedActors()</c>. Settings of actors and of the serializer go here, too.</param>
    /// <param name="services">Adds what the actors need from outside, real or fake.</param>
    /// <param name="options">Changes how the host behaves.</param>
    /// <returns>The host, ready for calls.</returns>
    /// <exception cref="InvalidOperationException">Actors or their options are wrong; all mistakes are listed.</exception>
    public static Task<ActorTestHost> StartAsync(
        Action<RestateActorsBuilder> actors, Action<IServiceCollection>? services = null, Action<ActorTestOptions>? options = null)
    {
        ArgumentNullException.ThrowIfNull(actors);
        var chosen = new ActorTestOptions();
        options?.Invoke(chosen);
        return Task.FromResult(new ActorTestHost(TestHostCore.Create(actors, services, chosen)));
    }

    /// <summary>Runs a scenario with many seeds, each on a host of its own: each seed chooses another order of what may happen in any order, and other faults.</summary>
    /// <param name="scenario">Calls actors and checks what comes of it. It must leave its checks to what holds in any order.</param>
    /// <param name="actors">Adds the actors.</param>
    /// <param name="services">Adds what they need from outside; called for each seed, so that fakes start afresh.</param>
    /// <param name="options">Changes how many seeds are tried, or names the one that has failed.</param>
    /// <returns>A task that completes when all seeds have passed.</returns>
    /// <exception cref="ExplorationException">A seed fails; the exception names it.</exception>
    /// <remarks>
    /// A seed makes the same choices each time if the scenario and the steps of the actors do not depend on real time or on threads of their own.
    /// The order is chosen among messages, starts of attempts, results and signals; what a server keeps in order stays in order.
    /// </remarks>
    public static async Task ExploreAsync(
        Func<ActorTestHost, Task> scenario,
        Action<RestateActorsBuilder> actors,
        Action<IServiceCollection>? services = null,
        Action<ExplorationOptions>? options = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var chosen = new ExplorationOptions();
        options?.Invoke(chosen);
        foreach (var seed in chosen.Chosen)
        {
            await using var host = await StartAsync(actors, services, host =>
            {
                chosen.Host?.Invoke(host);
                host.Seed = seed;
            });
            try
            {
                await host.RunAsync(scenario);
                await host.WhenIdleAsync();
            }
            catch (Exception error)
            {
                throw new ExplorationException(seed, error);
            }
        }
    }

    /// <summary>Runs code of a test as a part of the host's work, so that a <see cref="ActorTestOptions.Seed"/> decides when it goes on.</summary>
    /// <param name="scenario">The code. It must not block its thread.</param>
    /// <returns>A task that completes when the code has.</returns>
    public Task RunAsync(Func<ActorTestHost, Task> scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new LoopContext(_core.Server.Loop).RunAsync(() => scenario(this));
    }

    /// <inheritdoc cref="IActorFactory.GetActor{TActor}()"/>
    public TActor GetActor<TActor>()
        where TActor : class, IDurableService => Client.GetActor<TActor>();

    /// <inheritdoc cref="IActorFactory.GetActor{TActor}(string)"/>
    public TActor GetActor<TActor>(string key)
        where TActor : class, IKeyedActor<string> => Client.GetActor<TActor>(key);

    /// <inheritdoc cref="IActorFactory.GetActor{TActor}(Guid)"/>
    public TActor GetActor<TActor>(Guid key)
        where TActor : class, IKeyedActor<Guid> => Client.GetActor<TActor>(key);

    /// <inheritdoc cref="IActorFactory.GetActor{TActor}(long)"/>
    public TActor GetActor<TActor>(long key)
        where TActor : class, IKeyedActor<long> => Client.GetActor<TActor>(key);

    /// <inheritdoc cref="IActorFactory.GetActor{TActor}(int)"/>
    public TActor GetActor<TActor>(int key)
        where TActor : class, IKeyedActor<int> => Client.GetActor<TActor>(key);

    /// <inheritdoc cref="IActorFactory.GetActor{TActor, TKey}(TKey)"/>
    public TActor GetActor<TActor, TKey>(TKey key)
        where TActor : class, IKeyedActor<TKey>
        where TKey : IActorKey<TKey> => Client.GetActor<TActor, TKey>(key);

    /// <summary>Puts an implementation in the place of an actor: of one that the host does not have, or instead of the one that it has.</summary>
    /// <typeparam name="TActor">The contract.</typeparam>
    /// <param name="implementation">A fake or a mock: anything that implements the contract but an actor. All its calls run on this one instance.</param>
    /// <exception cref="ArgumentException">The implementation derives from <see cref="Actor"/>, which lives for one attempt.</exception>
    /// <remarks>
    /// It is called as an actor is, with the lock of its key, and must be as deterministic: return completed tasks. It may be changed at any time and holds for
    /// the attempts that start afterwards.
    /// </remarks>
    public void Stub<TActor>(TActor implementation)
        where TActor : class, IActor
    {
        ArgumentNullException.ThrowIfNull(implementation);
        if (implementation is Actor)
        {
            throw new ArgumentException(
                $"{implementation.GetType()} is an actor class, of which each attempt needs a new instance. Pass a function that creates it: host.Stub<{typeof(TActor).Name}>(() => new ...).",
                nameof(implementation));
        }

        Stub(() => implementation);
    }

    /// <summary>Puts an actor class in the place of another.</summary>
    /// <typeparam name="TActor">The contract.</typeparam>
    /// <param name="create">Creates an instance for each attempt.</param>
    public void Stub<TActor>(Func<TActor> create)
        where TActor : class, IActor
    {
        ArgumentNullException.ThrowIfNull(create);
        var registration = ActorRegistration.Create<TActor, TActor>(ActorContracts.Get<TActor>(), _ => create());
        _core.Server.Actors.AddStub(registration, _core.Environment);
    }

    /// <summary>Gets the one-way calls that actors have made to the actors of a contract.</summary>
    /// <typeparam name="TActor">The contract.</typeparam>
    /// <returns>The calls, in their order.</returns>
    public IReadOnlyList<RecordedSend> SendsTo<TActor>()
        where TActor : class, IActor
    {
        var service = ActorContracts.Get<TActor>().Name;
        return [.. Sends.Where(send => send.Service == service)];
    }

    /// <summary>Gets the state of an actor.</summary>
    /// <typeparam name="TActor">The contract of a virtual object or a workflow.</typeparam>
    /// <param name="key">Its key.</param>
    /// <returns>The state, to read and to change.</returns>
    public ActorTestState StateOf<TActor>(string key)
        where TActor : class, IKeyedActor<string> => KeyedState<TActor, string>(key);

    /// <inheritdoc cref="StateOf{TActor}(string)"/>
    public ActorTestState StateOf<TActor>(Guid key)
        where TActor : class, IKeyedActor<Guid> => KeyedState<TActor, Guid>(key);

    /// <inheritdoc cref="StateOf{TActor}(string)"/>
    public ActorTestState StateOf<TActor>(long key)
        where TActor : class, IKeyedActor<long> => KeyedState<TActor, long>(key);

    /// <inheritdoc cref="StateOf{TActor}(string)"/>
    public ActorTestState StateOf<TActor>(int key)
        where TActor : class, IKeyedActor<int> => KeyedState<TActor, int>(key);

    /// <summary>Gets the state of an actor.</summary>
    /// <typeparam name="TActor">The contract of a virtual object or a workflow.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <param name="key">Its key.</param>
    /// <returns>The state, to read and to change.</returns>
    public ActorTestState StateOf<TActor, TKey>(TKey key)
        where TActor : class, IKeyedActor<TKey>
        where TKey : IActorKey<TKey> => KeyedState<TActor, TKey>(key);

    /// <summary>Gets what the server knows of an invocation.</summary>
    /// <param name="invocationId">Its id: <c>await handle.GetIdAsync()</c>, or from <see cref="Invocations"/>.</param>
    /// <returns>The invocation as it is now.</returns>
    /// <exception cref="ArgumentException">There is no such invocation.</exception>
    public TestInvocation FindInvocation(string invocationId) => _inspector.Find(invocationId);

    /// <summary>Gets the journal of an invocation as a table: one line for each entry, with what it says.</summary>
    /// <param name="invocationId">The invocation.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentException">There is no such invocation.</exception>
    public string JournalOf(string invocationId) => _inspector.JournalOf(invocationId);

    /// <summary>Takes the journal of an invocation out, to replay it against later code.</summary>
    /// <param name="invocationId">The invocation; it may be in the middle of its way.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="ArgumentException">There is no such invocation.</exception>
    public RecordedJournal ExportJournal(string invocationId) => _inspector.Export(invocationId);

    /// <summary>Replays a recorded journal against the code that this host has. Nothing is carried out: no step, no call, no change of state.</summary>
    /// <param name="journal">A journal that <see cref="ExportJournal"/> has taken out, perhaps months ago.</param>
    /// <returns>How far the replay has come.</returns>
    /// <exception cref="ActorTestException">The code does not fit the journal: invocations that are under way would fail when it is deployed in place.</exception>
    /// <exception cref="ArgumentException">The host does not have the handler.</exception>
    public Task<ReplayOutcome> ReplayAsync(RecordedJournal journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return new JournalReplay(_core.Services, _core.Environment).RunAsync(journal);
    }

    /// <summary>Asks an invocation to stop, as an operator or another handler does.</summary>
    /// <param name="invocationId">The invocation. One that has ended stays as it is.</param>
    /// <returns>A task that completes when it was asked and everything is idle again.</returns>
    /// <exception cref="ArgumentException">There is no such invocation.</exception>
    public Task CancelAsync(string invocationId) => OperateAsync(invocationId, invocation =>
    {
        _core.Server.Cancel(invocation);
        _core.Server.Retries.Resume(invocation);
    });

    /// <summary>Ends an invocation, and those that it has called, without asking their code. Callers get a failure with code 409.</summary>
    /// <param name="invocationId">The invocation. One that has ended stays as it is.</param>
    /// <returns>A task that completes when it has ended and everything is idle again.</returns>
    /// <exception cref="ArgumentException">There is no such invocation.</exception>
    public Task KillAsync(string invocationId) => OperateAsync(invocationId, _core.Server.Kill);

    /// <summary>Gives a paused invocation its attempts anew, and lets one that backs off try at once.</summary>
    /// <param name="invocationId">The invocation. One that is neither stays as it is.</param>
    /// <returns>A task that completes when it was resumed and everything is idle again.</returns>
    /// <exception cref="ArgumentException">There is no such invocation.</exception>
    public Task ResumeAsync(string invocationId) => OperateAsync(invocationId, _core.Server.Retries.Resume);

    /// <summary>Moves the virtual time. Each timer on the way fires at its time, and all that follows is done before the next one fires.</summary>
    /// <param name="time">How far. Zero or more.</param>
    /// <returns>A task that completes when the time is reached and everything is idle.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public Task AdvanceAsync(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return _core.AdvanceAsync(time);
    }

    /// <summary>Waits until no handler and no step runs, and nothing is to be done before time goes on.</summary>
    /// <returns>The task.</returns>
    /// <exception cref="ActorTestException">The test has failed: a journal did not fit, or an actor called one that is not here.</exception>
    public Task WhenIdleAsync() => _core.WhenIdleAsync();

    /// <summary>Ends the host. Invocations that are not complete end with it, without a word to their code.</summary>
    /// <returns>A task that completes when no code of an actor runs any more.</returns>
    public ValueTask DisposeAsync() => _core.DisposeAsync();

    private ActorTestState KeyedState<TActor, TKey>(TKey key)
        where TActor : class, IActor
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(key);
        var contract = ActorContracts.Get<TActor>();
        return new ActorTestState(_core, new ActorKey(contract.Name, ((KeyFormat<TKey>)contract.Key!).Format(key)));
    }

    private async Task OperateAsync(string invocationId, Action<ServerInvocation> operation)
    {
        var invocation = _inspector.Get(invocationId);
        _core.Server.Loop.Post(lane: null, () =>
        {
            if (!invocation.IsCompleted)
            {
                operation(invocation);
            }
        });
        await WhenIdleAsync();
    }
}
