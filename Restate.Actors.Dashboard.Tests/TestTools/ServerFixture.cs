using Restate.Actors.Testing;
using Xunit;

namespace Restate.Actors.Dashboard.Tests.TestTools;

/// <summary>One real server, and one application with actors and dashboard, for all tests that want them.</summary>
public sealed class ServerFixture : IAsyncLifetime, IAsyncDisposable
{
    private readonly RestateServerFixture _server = new(Options());
    private DashboardHost? _host;

    public Uri AdminUri => _server.AdminUri;

    internal DashboardHost Host => _host!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await _server.StartAsync();
        _host = await DashboardHost.StartAsync(new DashboardHostSettings
        {
            AdminUri = _server.AdminUri,
            IngressUri = _server.IngressUri,
            Configure = options =>
            {
                options.AllowActions = true;
                options.RefreshInterval = TimeSpan.FromMilliseconds(500);
            },
        });
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (_host is { } host)
        {
            _host = null;
            await host.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    private static RestateServerFixtureOptions Options()
    {
        var options = new RestateServerFixtureOptions();
        options.EnvironmentVariables["RESTATE_WORKER__INVOKER__INACTIVITY_TIMEOUT"] = "1s";
        options.EnvironmentVariables["RESTATE_WORKER__INVOKER__ABORT_TIMEOUT"] = "10m";
        return options;
    }
}
