using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restate.Actors.Internal.Engine;
using Restate.Actors.Tests.Attempts.Actors;

namespace Restate.Actors.Tests.TestTools;

/// <summary>An endpoint on Kestrel with the actors of the attempt tests, and a client with one HTTP/2 connection to it.</summary>
internal sealed class EndpointHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EndpointHost(WebApplication app, Script script, LogRecorder log)
    {
        _app = app;
        Script = script;
        Log = log;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new Uri(app.Urls.Single()),
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public HttpClient Client { get; }

    public Script Script { get; }

    public LogRecorder Log { get; }

    public ActorEngine Engine => _app.Services.GetRequiredService<ActorEngine>();

    public IHostApplicationLifetime Lifetime => _app.Lifetime;

    public static async Task<EndpointHost> StartAsync(Action<RestateActorsOptions>? options = null, string prefix = "", TimeSpan? shutdownTimeout = null)
    {
        var script = new Script();
        var log = new LogRecorder();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener => listener.Protocols = HttpProtocols.Http2));
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = shutdownTimeout ?? TimeSpan.FromMinutes(5));
        builder.Services.AddSingleton(script).AddScoped<ScopedResource>();
        EngineActors.AddTo(builder.Services.AddRestateActors(options));
        var app = builder.Build();
        app.UseRouting();
        app.MapRestateActors(prefix);
        await app.StartAsync();
        return new EndpointHost(app, script, log);
    }

    public InvocationStream Invoke(JournalScript journal, string prefix = "") => InvocationStream.Open(Client, $"{prefix}/invoke/{journal.Service}/{journal.Handler}", journal);

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
