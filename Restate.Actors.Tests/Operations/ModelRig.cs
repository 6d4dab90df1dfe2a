using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Operations;

/// <summary>A real server with one configuration, and the actors of these tests.</summary>
public abstract class ModelRig(RestateServerSettings settings) : IAsyncLifetime
{
    private RestateServer? _server;
    private ClientHost? _host;

    public RestateServer Server => _server!;

    public IRestateClient Client => _host!.Client;

    public async Task InitializeAsync()
    {
        _server = await RestateServer.StartAsync(settings);
        _host = await ClientHost.StartAsync(
            _server, "CycleLink", "CycleHub", "ReferenceHolder", "ReferenceTarget", "ReferenceDesk", "SavingAccount", "CachedQuote", "Alarm", "SavingAlarm");
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
