using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Engine;
using Restate.Actors.Internal.Settings;
using Restate.Actors.Testing.Internal.Exploration;
using Restate.Actors.Testing.Internal.Server;
using Restate.Actors.Testing.Internal.Time;

namespace Restate.Actors.Testing.Internal;

/// <summary>Puts the parts of a test host together and ends them.</summary>
internal sealed class TestHostCore : IAsyncDisposable
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    private readonly ClockDriver _clock;
    private readonly PatienceWatch _patience;

    private TestHostCore(ServiceProvider services, TestServer server, AttemptEnvironment environment, ActorTestOptions options)
    {
        Services = services;
        Server = server;
        Environment = environment;
        _clock = new ClockDriver(server, options.AutoAdvance);
        _patience = new PatienceWatch(server, options.Patience);
        server.Loop.Idle = _clock.Move;
        server.Loop.Failed = error => server.FailTest(TestErrors.Broken(error));
        server.Time.TimerAdded = () => ThreadPool.UnsafeQueueUserWorkItem(static loop => loop.Kick(), server.Loop, preferLocal: false);
    }

    public ServiceProvider Services { get; }

    public TestServer Server { get; }

    /// <summary>Gets what the attempts of all actors share.</summary>
    public AttemptEnvironment Environment { get; }

    public IRestateClient Client => Services.GetRequiredService<IRestateClient>();

    public static TestHostCore Create(Action<RestateActorsBuilder> actors, Action<IServiceCollection>? services, ActorTestOptions options)
    {
        var order = options.Seed is { } seed ? new SeededOrder(seed) : (IWorkOrder)new FirstInFirstOut();
        var faults = options.Seed is { } faultSeed ? new SeededFaults(faultSeed, options.Faults) : (IFaultPlan)new NoFaults();
        var loop = new ServerLoop(order);
        var server = new TestServer(loop, new VirtualTime(options.StartTime), new ServedActors(), faults, options.ReplayAlways);
        server.Outside.ContinuesInline = options.Seed is not null;
        var provider = TestServices.Build(server, actors, services);
        var environment = TestServices.CreateEnvironment(provider, server);
        var table = provider.GetRequiredService<ActorOptionsTable>();
        server.Actors.Add(new ActorEngine(provider.GetRequiredService<ActorCatalog>(), environment), actor => table[actor]);
        return new TestHostCore(provider, server, environment, options);
    }

    public Task AdvanceAsync(TimeSpan time) => _patience.BoundAsync(_clock.AdvanceAsync(time));

    public async Task WhenIdleAsync()
    {
        await _patience.BoundAsync(Server.Loop.WhenIdleAsync());
        if (Server.Outside.Failure is { } failure)
        {
            throw failure.Again();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _patience.Dispose();
        Server.End();
        try
        {
            await Server.Loop.WhenIdleAsync().WaitAsync(LongestEnd);
        }
        catch (TimeoutException)
        {
            // A step of a test that never returns must not keep the test from ending.
        }

        Server.Actors.Dispose();
        await Services.DisposeAsync();
    }
}
