using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restate.Actors.Internal.Engine;

namespace Restate.Actors.Hosting.Internal.Endpoint;

/// <summary>Gives attempts the time of the host's shutdown to reach their next wait, before the web server stops.</summary>
/// <remarks>
/// A web server that stops may take the connections of the Restate server with it: with server 1.7.12 the host was seen to end within a second although an attempt ran. So the web
/// server stops last; until then new invocations are refused in a way that costs them no attempt.
/// </remarks>
internal sealed class ActorShutdown(ILogger<ActorShutdown> logger) : IHostedLifecycleService
{
    private ActorEngine? _engine;

    /// <summary>Takes care of an engine. One that nobody asked for needs no care.</summary>
    public void Watch(ActorEngine engine) => Volatile.Write(ref _engine, engine);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _engine) is not { } engine)
        {
            return;
        }

        engine.Stop();
        try
        {
            await engine.WhenIdleAsync().WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            ShutdownLog.TimeIsOver(logger, engine.RunningCount);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
