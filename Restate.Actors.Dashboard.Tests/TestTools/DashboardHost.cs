using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restate.Actors.Dashboard.Tests.Actors;

namespace Restate.Actors.Dashboard.Tests.TestTools;

/// <summary>An application with actors and a dashboard, set up as users do it.</summary>
internal sealed class DashboardHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DashboardHost(WebApplication app, int port, string path)
    {
        _app = app;
        Uri = new Uri($"http://localhost:{port}{path}/");
        Http = new HttpClient { BaseAddress = Uri };
    }

    /// <summary>Gets the address of the page.</summary>
    public Uri Uri { get; }

    public HttpClient Http { get; }

    public IRestateClient Client => _app.Services.GetRequiredService<IRestateClient>();

    public CoinBox Coins => _app.Services.GetRequiredService<CoinBox>();

    public LogLines Log => _app.Services.GetRequiredService<LogLines>();

    public static async Task<DashboardHost> StartAsync(DashboardHostSettings settings)
    {
        var ports = FreePorts(2);
        var log = new LogLines();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = settings.Environment });
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.ListenRestateActors(ports[0]).ListenActorDashboard(ports[1]);
        builder.Services.AddSingleton(log).AddSingleton<CoinBox>().AddSingleton<ICoinBox>(services => services.GetRequiredService<CoinBox>());
        var actors = builder.Services.AddRestateActors().AddGeneratedActors();
        builder.Services.AddActorDashboard(settings.Configure).AddRestateAdmin(options => options.AdminUri = settings.AdminUri);
        if (settings.IngressUri is not null)
        {
            actors.RegisterDeployment(deployment => deployment.AdminUri = settings.AdminUri);
            builder.Services.AddRestateClient(options => options.IngressUri = settings.IngressUri);
        }

        settings.Services?.Invoke(builder.Services);
        var app = builder.Build();
        settings.Middleware?.Invoke(app);
        app.MapRestateActors();
        var routes = app.MapActorDashboard(settings.Path);
        settings.Conventions?.Invoke(routes);
        try
        {
            await app.StartAsync();
            return new DashboardHost(app, ports[1], settings.Path);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks as the page does.</summary>
    public async Task<JsonElement> AskAsync(string path)
    {
        using var response = await Http.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Xunit.Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>Asks until the answer is as it should be.</summary>
    public async Task<JsonElement> AskUntilAsync(string path, Func<JsonElement, bool> isThere)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var answer = await AskAsync(path);
            if (isThere(answer))
            {
                return answer;
            }

            Xunit.Assert.False(limit.IsCancellationRequested, $"{path} did not become as it should: {answer}");
            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (var listener in listeners)
        {
            listener.Start();
        }

        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (var listener in listeners)
        {
            listener.Dispose();
        }

        return ports;
    }
}
