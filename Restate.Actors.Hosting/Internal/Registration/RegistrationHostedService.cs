using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Restate.Actors.Hosting.Internal.Endpoint;

namespace Restate.Actors.Hosting.Internal.Registration;

/// <summary>Registers the deployment once the web server listens. The host has started when the server knows the actors.</summary>
internal sealed class RegistrationHostedService(
    IServiceProvider services,
    IOptions<RestateRegistrationOptions> options,
    IOptions<LocalRestateServerOptions> localServer,
    IHostEnvironment environment,
    ILogger<DeploymentRegistrar> logger)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        // Without RegisterDeployment only a server that UseLocalRestateServer takes care of is told.
        if (!options.Value.IsRequested && environment.IsProduction() && !localServer.Value.AllowInProduction)
        {
            return;
        }

        using var client = DeploymentRegistrar.CreateClient(options.Value);
        var registrar = new DeploymentRegistrar(options.Value, client, logger, TimeProvider.System);
        await registrar.RegisterAsync(FindAddress(), options.Value.Force ?? environment.IsDevelopment(), cancellationToken);
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Uri FindAddress()
    {
        if (options.Value.DeploymentUri is { } configured)
        {
            return configured;
        }

        var addresses = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return DeploymentAddress.Choose(addresses, services.GetService<ActorPort>(), services.GetRequiredService<ActorEndpoint>().Prefix);
    }
}
