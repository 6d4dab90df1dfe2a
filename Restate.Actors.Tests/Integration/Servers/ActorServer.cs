using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Tests.Integration.Actors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Servers;

/// <summary>One real server, one host with all actors of these tests, and a client: shared by the tests of a collection.</summary>
public abstract class ActorServer(
    RestateServerSettings settings, int maxProtocolVersion = 7, HttpProtocols protocols = HttpProtocols.Http2) : ActorBackend, IAsyncLifetime
{
    private RestateServer? _server;
    private ActorHost? _host;
    private ServiceProvider? _clientServices;

    public override int MaxProtocolVersion => maxProtocolVersion;

    /// <summary>Gets whether every await suspends. Over HTTP/1.1 the server ends its side of the stream at once.</summary>
    public override bool Suspends => settings.Suspends || protocols == HttpProtocols.Http1;

    public RestateServer Server => _server ?? throw new InvalidOperationException("The server is not started yet.");

    public ActorHost Host => _host ?? throw new InvalidOperationException("The host is not started yet.");

    public override Probe Probe => Host.Probe;

    public override LogCollector Logs => Host.Logs;

    public override IRestateClient Client => _clientServices!.GetRequiredService<IRestateClient>();

    public async Task InitializeAsync()
    {
        // Retries are part of many tests; nobody wants to wait for them.
        _server = await RestateServer.StartAsync(settings.With("RESTATE_DEFAULT_RETRY_POLICY__INITIAL_INTERVAL", "20ms"));
        _host = await ActorHost.StartAsync(_server, new ActorHostSettings
        {
            Serves = static type => type.Namespace == typeof(Counter).Namespace,
            MaxProtocolVersion = maxProtocolVersion,
            Protocols = protocols,
        });
        var services = new ServiceCollection().AddLogging();
        services.AddRestateClient(options =>
        {
            options.IngressUri = Server.IngressUri;
            options.RequestTimeout = TimeSpan.FromSeconds(30);
        });
        services.AddRestateAdmin(options => options.AdminUri = Server.AdminUri);
        _clientServices = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        if (_clientServices is not null)
        {
            await _clientServices.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    public override Task<string?> StatusAsync(string invocationId) => ColumnAsync(invocationId, "status");

    public override Task<string?> LastFailureAsync(string invocationId) => ColumnAsync(invocationId, "last_failure");

    public override Task KillAsync(string invocationId) => Server.Admin.KillAsync(invocationId);

    /// <summary>Gets a column of an invocation as the server tells it.</summary>
    public async Task<string?> ColumnAsync(string invocationId, string column)
    {
        var rows = await Server.Admin.QueryAsync($"SELECT {column} AS value FROM sys_invocation WHERE id = '{invocationId}'");
        return rows.Count == 0 ? null : rows[0]["value"]?.ToString();
    }
}
