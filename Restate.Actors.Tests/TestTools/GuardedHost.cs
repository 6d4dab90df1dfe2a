using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restate.Actors.Tests.Attempts.Actors;

namespace Restate.Actors.Tests.TestTools;

/// <summary>An application with an endpoint, as its settings make it: environment, configuration, ports.</summary>
internal sealed class GuardedHost : IAsyncDisposable
{
    private const string Manifest = "application/vnd.restate.endpointmanifest.v4+json";

    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    private GuardedHost(WebApplication app) => _app = app;

    public required LogRecorder Log { get; init; }

    public required ChangingConfiguration Configuration { get; init; }

    public IReadOnlyList<Uri> Addresses => [.. _app.Urls.Select(url => new Uri(url))];

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts an application on a free port of loopback, unless told otherwise.</summary>
    public static async Task<GuardedHost> StartAsync(
        Action<RestateActorsBuilder>? actors = null,
        Action<KestrelServerOptions>? listen = null,
        string environment = "Production",
        Action<IWebHostBuilder>? web = null,
        params (string Name, string Value)[] configuration)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseKestrelCore();
        if (web is null)
        {
            builder.WebHost.ConfigureKestrel(listen ?? (static kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener => listener.Protocols = HttpProtocols.Http2)));
        }

        web?.Invoke(builder.WebHost);
        var log = new LogRecorder();
        var changing = new ChangingConfiguration();
        changing.Change(configuration);
        ((IConfigurationBuilder)builder.Configuration).Add(changing);
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(new Script()).AddScoped<ScopedResource>();
        var added = builder.Services.AddRestateActors();
        EngineActors.AddTo(added);
        actors?.Invoke(added);
        var app = builder.Build();
        app.UseRouting();
        app.MapRestateActors();
        await app.StartAsync();
        return new GuardedHost(app) { Log = log, Configuration = changing };
    }

    /// <summary>Asks for discovery.</summary>
    public async Task<HttpResponseMessage> DiscoverAsync(string? token = null, int address = 0, string? host = null, string path = "/discover", Version? version = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Addresses[address], path))
        {
            Version = version ?? HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.TryAddWithoutValidation("accept", Manifest);
        request.Headers.Host = host;
        if (token is not null)
        {
            request.Headers.Add("x-restate-signature-scheme", "v1");
            request.Headers.Add("x-restate-jwt-v1", token);
        }

        return await _client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
