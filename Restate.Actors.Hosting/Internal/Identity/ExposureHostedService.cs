using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Restate.Actors.Hosting.Internal.Endpoint;
using Restate.Actors.Hosting.Internal.Registration;

namespace Restate.Actors.Hosting.Internal.Identity;

/// <summary>Warns when the web server listens for other machines and nobody checks who sends the requests.</summary>
internal sealed class ExposureHostedService(
    IServiceProvider services,
    IOptions<RestateIdentityOptions> options,
    RequestIdentity identity,
    ActorPorts ports,
    IHostEnvironment environment,
    ILogger<RequestIdentity> logger)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment() && !identity.IsRequired && !options.Value.IsNetworkTrusted && Exposed() is { Length: > 0 } exposed)
        {
            IdentityLog.Unprotected(logger, string.Join(" AND ", exposed));
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // In AWS Lambda there is no web server.
    private string[] Exposed()
    {
        var addresses = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses;
        return addresses is null || !services.GetRequiredService<ActorEndpoint>().IsMapped ? [] : [.. addresses.Where(IsExposed)];
    }

    private bool IsExposed(string text)
    {
        var address = BindingAddress.Parse(text);
        return !address.IsUnixPipe && !address.IsNamedPipe && ports.Serves(address.Port) && !IsThisMachine(address.Host);
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
