using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Restate.Actors.Tests.TestTools;

/// <summary>Actors of this assembly in this process, registered with a server, and a client for them.</summary>
public sealed class ClientHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ClientHost(WebApplication application)
    {
        _application = application;
    }

    public IRestateClient Client => _application.Services.GetRequiredService<IRestateClient>();

    /// <summary>Serves actors and registers them.</summary>
    /// <param name="server">The server.</param>
    /// <param name="services">The services to serve; other tests may have actors of their own.</param>
    public static async Task<ClientHost> StartAsync(RestateServer server, params IReadOnlyList<string> services)
    {
        var port = LoopbackPorts.Pick(1)[0];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddRestateClient(options => options.IngressUri = server.IngressUri);
        builder.Services.AddRestateActors(options => options.Services = services).AddGeneratedActors();
        var host = new ClientHost(builder.Build());
        host._application.MapRestateActors();
        await host._application.StartAsync();
        await server.Admin.RegisterAsync(new Uri($"http://localhost:{port}"));
        return host;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
