using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Restate.Actors.Tests.TestTools;

/// <summary>Actors on a real Kestrel endpoint on a free port of loopback.</summary>
public sealed class ActorHost : IAsyncDisposable
{
    private const string InvocationHeader = "x-restate-invocation-id";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, int> _attempts = new(StringComparer.Ordinal);

    private ActorHost(ActorHostSettings settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, settings.Port, listener => listener.Protocols = settings.Protocols));
        builder.Logging.AddProvider(Logs);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(Probe);
        settings.Add(builder.Services.AddRestateActors(options =>
        {
            options.EscapeHandling = settings.EscapeHandling;
            settings.Configure(options);
        }).AddGeneratedActors());
        settings.RemoveOthers(builder.Services);

        _app = builder.Build();
        _app.Use(next => context => CountAsync(context, next));
        _app.Use(next => context => LimitVersionAsync(context, next, settings.MaxProtocolVersion));
        _app.UseRouting();
        _app.MapRestateActors();
    }

    public Uri Uri => new(_app.Urls.Single());

    public Probe Probe { get; } = new();

    public LogCollector Logs { get; } = new();

    public static async Task<ActorHost> StartAsync(ActorHostSettings settings)
    {
        var host = new ActorHost(settings);
        await host._app.StartAsync();
        return host;
    }

    /// <summary>Starts a host and registers it with a server.</summary>
    public static async Task<ActorHost> StartAsync(RestateServer server, ActorHostSettings settings)
    {
        var host = await StartAsync(settings);
        await server.Admin.RegisterAsync(host.Uri, useHttp11: settings.Protocols == HttpProtocols.Http1);
        return host;
    }

    /// <summary>Gets how many attempts of an invocation have reached this host.</summary>
    public int AttemptsOf(string invocationId) => _attempts.GetValueOrDefault(invocationId);

    /// <summary>Stops the host as the end of its process does; the token ends the time that it has.</summary>
    public Task StopAsync(CancellationToken timeIsOver = default) => _app.StopAsync(timeIsOver);

    /// <summary>Waits until somebody asks the process to end.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task CountAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.TryGetValue(InvocationHeader, out var id))
        {
            _attempts.AddOrUpdate(id.ToString(), 1, static (_, count) => count + 1);
        }

        return next(context);
    }

    private static async Task LimitVersionAsync(HttpContext context, RequestDelegate next, int version)
    {
        if (context.Request.Path != "/discover")
        {
            await next(context);
            return;
        }

        var wire = context.Response.Body;
        using var written = new MemoryStream();
        context.Response.Body = written;
        await next(context);
        context.Response.Body = wire;
        var manifest = JsonNode.Parse(written.ToArray())!;
        manifest["maxProtocolVersion"] = version;
        await wire.WriteAsync(Encoding.UTF8.GetBytes(manifest.ToJsonString()));
    }
}
