using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Restate.Actors.Hosting;
using Restate.Actors.Hosting.Internal.Registration;

namespace Restate.Actors.Testing;

/// <summary>Actors that a test serves in its process and that a real server calls.</summary>
public sealed class RestateServerApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RestateServerApp(WebApplication app)
    {
        _app = app;
    }

    /// <summary>Gets the client with which a test calls the actors.</summary>
    public IRestateClient Client => _app.Services.GetRequiredService<IRestateClient>();

    /// <summary>Gets the services of the application.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Gets the address at which the server reaches the actors.</summary>
    public Uri Uri => new(_app.Urls.Single());

    /// <summary>Stops to serve the actors. What they have not completed stays with the server.</summary>
    /// <returns>A task that completes when no code of an actor runs any more.</returns>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal static async Task<RestateServerApp> StartAsync(
        RestateServerFixture server, Action<RestateActorsBuilder> actors, Action<IServiceCollection>? services)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        services?.Invoke(builder.Services);
        actors(builder.Services.AddRestateActors(options => options.EscapeHandling = EscapeHandling.Fail));
        builder.Services.AddRestateClient(options => options.IngressUri = server.IngressUri);
        builder.Services.AddRestateAdmin(options => options.AdminUri = server.AdminUri);
        var app = builder.Build();
        app.MapRestateActors();
        var started = new RestateServerApp(app);
        try
        {
            await app.StartAsync();
            await RegisterAsync(server, started.Uri);
            return started;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static async Task RegisterAsync(RestateServerFixture server, Uri uri)
    {
        var options = new RestateRegistrationOptions { AdminUri = server.AdminUri };
        using var client = DeploymentRegistrar.CreateClient(options);
        await new DeploymentRegistrar(options, client, NullLogger.Instance, TimeProvider.System).RegisterAsync(uri, force: true, CancellationToken.None);
    }
}
