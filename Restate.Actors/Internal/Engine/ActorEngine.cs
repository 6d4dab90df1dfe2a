using Restate.Actors.Internal.Activations;
using Restate.Actors.Internal.Attempts;

namespace Restate.Actors.Internal.Engine;

/// <summary>Runs attempts. What a host needs to know of the engine.</summary>
internal sealed class ActorEngine(ActorCatalog catalog, AttemptEnvironment environment) : IDisposable
{
    private readonly ActivationTable _activations = new(environment.Clock, environment.Options.ActivationIdleTimeout);

    public ActorCatalog Catalog => catalog;

    public ActivationTable Activations => _activations;

    /// <summary>Runs one attempt on a stream.</summary>
    /// <returns>A task that completes when the stream may be closed.</returns>
    public async Task RunAsync(HandlerInvoker handler, AttemptConnection connection)
    {
        var logger = environment.Loggers.CreateLogger(handler.Registration.ImplementationType.FullName!);
        var attempt = new Attempt(connection, handler, environment, _activations, logger);
        await using (attempt.ConfigureAwait(false))
        {
            await attempt.RunAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => _activations.Dispose();
}
