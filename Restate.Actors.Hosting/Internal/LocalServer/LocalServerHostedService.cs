using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>Starts the local server before every other hosted service and stops it after all of them.</summary>
/// <remarks>So it is there when the deployment is registered, and still there when the last invocations are suspended.</remarks>
internal sealed class LocalServerHostedService(
    IOptions<LocalRestateServerOptions> options, IHostEnvironment environment, ILogger<LocalRestateServer> logger, TimeProvider? timeProvider = null)
    : IHostedLifecycleService, IAsyncDisposable
{
    private LocalRestateServer? _server;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction() && !options.Value.AllowInProduction)
        {
            LocalServerLog.NotInProduction(logger, environment.EnvironmentName);
            return;
        }

        _server = new LocalRestateServer(
            options.Value, environment.ContentRootPath, Environment.GetEnvironmentVariable, logger, timeProvider ?? TimeProvider.System);
        await _server.StartAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _server?.AnnounceStop();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken) => await DisposeAsync();

    /// <summary>Stops the server also when the host did not start to its end, and so does not stop its services.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is { } server)
        {
            _server = null;
            await server.DisposeAsync();
        }
    }
}
