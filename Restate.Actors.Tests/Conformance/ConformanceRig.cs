using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Conformance;

/// <summary>A real server with one configuration, and the conformance app registered with it.</summary>
public abstract class ConformanceRig(RestateServerSettings settings) : IAsyncLifetime
{
    private RestateServer? _server;
    private ConformanceApp? _app;

    public RestateServer Server => _server!;

    public ConformanceApp App => _app!;

    public ConformanceClient Client { get; private set; } = null!;

    /// <summary>Gets whether every wait suspends the invocation.</summary>
    public bool AlwaysSuspends => settings.EnvironmentVariables.ContainsKey(Configurations.InactivityTimeout);

    /// <summary>Gets whether the server speaks version 7 of the protocol.</summary>
    public bool SpeaksVersion7 => settings.EnvironmentVariables.ContainsKey(Configurations.Version7);

    protected virtual IEnumerable<(string Name, string Value)> AppVariables => [("E2E_UPGRADETEST_VERSION", "v1")];

    public async Task InitializeAsync()
    {
        _server = await RestateServer.StartAsync(settings);
        _app = await ConformanceApp.StartAsync(AppVariables);
        await _server.Admin.RegisterAsync(_app.Uri);
        Client = new ConformanceClient(_server, _app);
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }
}
