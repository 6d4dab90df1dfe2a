using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Restate.Actors.Tests.TestTools;

/// <summary>An application that serves some actors of this assembly, with a client and an admin client, registered with a test server.</summary>
internal sealed class ActorApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ActorApp(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public Uri Uri => new(_app.Urls.Single());

    public static async Task<ActorApp> StartAsync(RestateServer server, string[] services, Action<RestateActorsBuilder>? configure = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        var actors = builder.Services.AddRestateActors(options => options.Services = services).AddGeneratedActors();
        configure?.Invoke(actors);
        builder.Services.AddRestateClient(options => options.IngressUri = server.IngressUri);
        builder.Services.AddRestateAdmin(options => options.AdminUri = server.AdminUri);
        var app = builder.Build();
        app.MapRestateActors();
        await app.StartAsync();
        var started = new ActorApp(app);
        await server.Admin.RegisterAsync(started.Uri);
        return started;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
