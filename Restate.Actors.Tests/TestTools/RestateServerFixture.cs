using Xunit;

namespace Restate.Actors.Tests.TestTools;

/// <summary>One server with default settings for all tests of a collection. Tests use service names or keys of their own.</summary>
public sealed class RestateServerFixture : IAsyncLifetime
{
    private RestateServer? _server;

    public RestateServer Server => _server ?? throw new InvalidOperationException("The server is not started yet.");

    public async Task InitializeAsync() => _server = await RestateServer.StartAsync();

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
