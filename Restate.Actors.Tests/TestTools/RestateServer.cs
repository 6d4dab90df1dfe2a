using Restate.Actors.Testing;
using Xunit.Sdk;

namespace Restate.Actors.Tests.TestTools;

/// <summary>A real Restate server of one test or one collection, with its HTTP interfaces at hand.</summary>
public sealed class RestateServer : IAsyncDisposable
{
    private readonly Restate.Actors.Testing.RestateServerFixture _fixture;

    private RestateServer(RestateServerSettings settings)
    {
        var options = new RestateServerFixtureOptions { Partitions = settings.Partitions };
        if (settings.Node is { } node)
        {
            options.ClusterName = node.ClusterName;
            options.NodeName = node.Name;
            options.NodePort = node.Port;
        }

        foreach (var (name, value) in settings.EnvironmentVariables)
        {
            options.EnvironmentVariables[name] = value;
        }

        _fixture = new Restate.Actors.Testing.RestateServerFixture(options);
        Admin = new AdminApi(this);
        Ingress = new IngressApi(this);
    }

    /// <summary>Gets the fixture as users have it.</summary>
    public Restate.Actors.Testing.RestateServerFixture Fixture => _fixture;

    public Uri IngressUri => _fixture.IngressUri;

    public Uri AdminUri => _fixture.AdminUri;

    public int NodePort => _fixture.NodePort;

    public AdminApi Admin { get; }

    public IngressApi Ingress { get; }

    /// <summary>Gets the last lines which the server printed; empty of noise unless something went wrong.</summary>
    public string LogTail => _fixture.Log;

    public int ProcessId => _fixture.ProcessId;

    /// <summary>Starts a server and returns when it is healthy. The first start on a machine installs it with npm.</summary>
    public static async Task<RestateServer> StartAsync(RestateServerSettings? settings = null)
    {
        var server = new RestateServer(settings ?? new RestateServerSettings());
        try
        {
            await server._fixture.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the server at once, as a crash does. Its data and addresses are kept for <see cref="RestartAsync"/>.</summary>
    public Task KillAsync() => _fixture.KillAsync();

    /// <summary>Ends the server if it runs, and starts it again with the same data and addresses.</summary>
    /// <param name="kill"><see langword="true"/> ends it as a crash does, <see langword="false"/> lets it shut down.</param>
    public Task RestartAsync(bool kill = true) => _fixture.RestartAsync(kill);

    /// <summary>Runs a part of a test; if it fails, the server's last output is added to the message.</summary>
    public async Task ExplainFailureAsync(Func<Task> testPart)
    {
        try
        {
            await testPart();
        }
        catch (Exception error)
        {
            throw new XunitException($"{error.Message}\nRestate server:\n{LogTail}", error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        Ingress.Dispose();
        await _fixture.DisposeAsync();
    }
}
