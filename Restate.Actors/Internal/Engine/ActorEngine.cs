using Restate.Actors.Internal.Activations;
using Restate.Actors.Internal.Attempts;

namespace Restate.Actors.Internal.Engine;

/// <summary>Runs attempts. What a host needs to know of the engine.</summary>
internal sealed class ActorEngine : IDisposable
{
    private readonly AttemptEnvironment _environment;
    private readonly ActivationTable _activations;
    private readonly RunningAttempts _running;

    public ActorEngine(ActorCatalog catalog, AttemptEnvironment environment)
    {
        Catalog = catalog;
        _environment = environment;
        _activations = new ActivationTable(environment.Clock, environment.Options.ActivationIdleTimeout);
        _running = new RunningAttempts(environment.Clock, environment.Options);
        environment.Telemetry.Watch(() => _running.Count, () => _activations.Counts);
    }

    public ActorCatalog Catalog { get; }

    public ActivationTable Activations => _activations;

    /// <summary>Gets how long a stream is kept for the server to end its side.</summary>
    public TimeSpan StreamEndTimeout => _environment.Options.StreamEndTimeout;

    /// <summary>Gets the number of attempts that run.</summary>
    public int RunningCount => _running.Count;

    /// <summary>Gets whether the host stops and new attempts are to be refused.</summary>
    public bool IsStopping => _running.IsStopping;

    /// <summary>Gets whether as many attempts run as are allowed and new ones are to be refused.</summary>
    public bool IsFull => _running.IsFull;

    /// <summary>Runs one attempt on a stream. Never fails.</summary>
    /// <returns>A task that completes when the stream may be closed.</returns>
    public Task RunAsync(HandlerInvoker handler, AttemptConnection connection)
    {
        return new Attempt(connection, handler, _environment).RunAsync(_activations, _running);
    }

    /// <summary>Prepares for the end of the host: every attempt is suspended at its next wait, those that wait now at once.</summary>
    public void Stop() => _running.Suspend();

    /// <summary>Waits for a moment in which no attempt runs.</summary>
    public Task WhenIdleAsync() => _running.WhenEmptyAsync();

    public void Dispose()
    {
        _running.Dispose();
        _activations.Dispose();
        _environment.Telemetry.Dispose();
    }
}
