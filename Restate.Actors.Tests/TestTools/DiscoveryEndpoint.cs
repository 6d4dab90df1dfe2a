using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Restate.Actors.Tests.TestTools;

/// <summary>An endpoint that can be discovered and does nothing else, for tests of registration. It never answers an invocation.</summary>
public sealed class DiscoveryEndpoint : IAsyncDisposable
{
    public const string ManifestType = "application/vnd.restate.endpointmanifest.v4+json";

    private readonly WebApplication _app;

    private DiscoveryEndpoint(WebApplication app) => _app = app;

    public Uri Uri => new(_app.Urls.Single());

    /// <summary>Starts an endpoint of one service with a handler named greet.</summary>
    public static Task<DiscoveryEndpoint> StartAsync(string service, string type = "SERVICE", HttpProtocols protocols = HttpProtocols.Http2) =>
        StartAsync(context => AnswerAsync(context, ManifestType, Manifest(service, type)), protocols);

    /// <summary>Starts an endpoint that answers discovery as told.</summary>
    /// <param name="discover">Answers <c>GET /discover</c>.</param>
    /// <param name="protocols">What it speaks, without TLS.</param>
    /// <param name="port">The port, or 0 for a free one.</param>
    public static async Task<DiscoveryEndpoint> StartAsync(RequestDelegate discover, HttpProtocols protocols = HttpProtocols.Http2, int port = 0)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, port, listener => listener.Protocols = protocols));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(context => context.Request.Path == "/discover" ? discover(context) : NotFoundAsync(context));
        await app.StartAsync();
        return new DiscoveryEndpoint(app);
    }

    public static string Manifest(string service, string type = "SERVICE", int minProtocolVersion = 5, int maxProtocolVersion = 6) =>
        $$"""
        {
          "protocolMode": "BIDI_STREAM",
          "minProtocolVersion": {{minProtocolVersion}},
          "maxProtocolVersion": {{maxProtocolVersion}},
          "services": [ { "name": "{{service}}", "ty": "{{type}}", "handlers": [ { "name": "greet" } ] } ]
        }
        """;

    public static Task AnswerAsync(HttpContext context, string contentType, string body, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
