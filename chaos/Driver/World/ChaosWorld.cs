using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Admin;
using Restate.Actors.Chaos.Driver.Faults;
using Restate.Actors.Chaos.Driver.Proxy;
using Restate.Actors.Testing.Internal.RealServer;

namespace Restate.Actors.Chaos.Driver.World;

/// <summary>
/// All that a run consists of: clients → proxy → server → proxy → endpoint processes. The endpoints are one deployment, as behind a service's address.
/// </summary>
internal sealed class ChaosWorld : IAsyncDisposable
{
    private readonly List<LogFile> _logs = [];
    private readonly ServiceProvider _services;

    private ChaosWorld(ServerGroup servers, IReadOnlyList<EndpointProcess> endpoints, IReadOnlyList<LogFile> logs, FaultLog faults)
    {
        Servers = servers;
        Endpoints = endpoints;
        _logs.AddRange(logs);
        EndpointProxy = new LinkProxy(
            [.. endpoints.Select(static endpoint => endpoint.Port)],
            static isForward => new Http2Framing(isForward),
            (kind, place) => faults.Count($"endpoint-{kind}", $"{kind} to endpoint, {place}"));
        IngressProxy = new LinkProxy(
            servers.IngressPorts,
            static _ => new ChunkFraming(),
            (kind, place) => faults.Count($"client-{kind}", $"{kind} of client, {place}"));
        EndpointProxy.Start();
        IngressProxy.Start();
        _services = new ServiceCollection()
            .AddRestateClients(new Uri($"http://127.0.0.1:{IngressProxy.Port}"), servers.AdminUri)
            .BuildServiceProvider();
    }

    public ServerGroup Servers { get; }

    public IReadOnlyList<EndpointProcess> Endpoints { get; }

    public LinkProxy EndpointProxy { get; }

    public LinkProxy IngressProxy { get; }

    public IRestateClient Client => _services.GetRequiredService<IRestateClient>();

    public IRestateAdmin Admin => _services.GetRequiredService<IRestateAdmin>();

    /// <summary>Starts everything and registers the endpoints.</summary>
    /// <param name="settings">How many of each.</param>
    /// <param name="directory">Where the logs go.</param>
    /// <param name="faults">Told of what the proxies do.</param>
    public static async Task<ChaosWorld> StartAsync(WorldSettings settings, string directory, FaultLog faults)
    {
        var serverLog = new LogFile(Path.Combine(directory, "server.log"));
        List<LogFile> logs = [serverLog];
        var servers = await ServerGroup.StartAsync(settings.Servers, settings.Variant, serverLog);
        var endpoints = new List<EndpointProcess>();
        foreach (var port in LoopbackPorts.Pick(settings.Endpoints))
        {
            var log = new LogFile(Path.Combine(directory, $"endpoint-{endpoints.Count}.log"));
            logs.Add(log);
            endpoints.Add(new EndpointProcess(port, settings.IsSabotaged, log));
        }

        var world = new ChaosWorld(servers, endpoints, logs, faults);
        try
        {
            await Task.WhenAll(endpoints.Select(static endpoint => endpoint.StartAsync()));
            await world.Admin.Deployments.RegisterAsync(new Uri($"http://127.0.0.1:{world.EndpointProxy.Port}"));
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        IngressProxy.Dispose();
        EndpointProxy.Dispose();
        foreach (var endpoint in Endpoints)
        {
            await endpoint.DisposeAsync();
        }

        await Servers.DisposeAsync();
        _logs.ForEach(static log => log.Dispose());
    }
}
