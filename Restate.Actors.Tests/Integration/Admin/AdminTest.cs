using Restate.Actors.Admin;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Admin;

/// <summary>A test of the admin client on a real server, with actors of its own.</summary>
public abstract class AdminTest(RestateServerFixture fixture) : IAsyncLifetime
{
    private ClientHost _host = null!;

    protected RestateServer Server => fixture.Server;

    protected IRestateAdmin Admin => fixture.Server.Admin.Client;

    protected IRestateClient Client => _host.Client;

    /// <summary>Gets a key that no other test uses, with all that must be escaped somewhere.</summary>
    protected string Key { get; } = $"it's/a key?{Guid.NewGuid():N}%#ä";

    public async Task InitializeAsync() => _host = await ClientHost.StartAsync(fixture.Server, "Cashbox", "Wreck", "Voyage");

    public async Task DisposeAsync() => await _host.DisposeAsync();

    /// <summary>Waits until an invocation has a status.</summary>
    protected Task BecomesAsync(string invocationId, InvocationStatus status) =>
        Eventually.BecomesTrueAsync(async () => (await Admin.Invocations.GetAsync(invocationId)).Status == status, $"{invocationId} is {status}");
}
