using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Restate.Actors.Hosting;
using Restate.Actors.Hosting.Internal.LocalServer;
using Restate.Actors.Testing.Internal.RealServer;

namespace Restate.Actors.Testing;

/// <summary>A real Restate server for integration tests: ports and data of its own, thrown away at the end.</summary>
/// <remarks>
/// One server serves all tests of a collection; give actors of different tests different keys. With xunit, derive from it and implement
/// <c>IAsyncLifetime</c> with <see cref="StartAsync"/> and <see cref="DisposeAsync"/>. Linux and macOS need nothing but npm or the executable. Not thread-safe,
/// but for reading its properties.
/// </remarks>
public class RestateServerFixture : IAsyncDisposable
{
    private const int PortAttempts = 5;

    private readonly RestateServerFixtureOptions _options;
    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"rst-{Path.GetRandomFileName()[..8]}");
    private readonly string _clusterName;
    private LocalRestateServerOptions _addresses;
    private ServerProcess? _process;

    /// <summary>Creates a fixture with default settings. Nothing is started yet.</summary>
    public RestateServerFixture()
        : this(new RestateServerFixtureOptions())
    {
    }

    /// <summary>Creates a fixture. Nothing is started yet.</summary>
    /// <param name="options">What the server is to be like.</param>
    public RestateServerFixture(RestateServerFixtureOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _clusterName = options.ClusterName ?? $"test-{Guid.NewGuid():N}";
        _addresses = PickAddresses();
    }

    /// <summary>Gets the address for callers of handlers.</summary>
    public Uri IngressUri => _addresses.IngressUri;

    /// <summary>Gets the address of the admin API and of the server's UI.</summary>
    public Uri AdminUri => _addresses.AdminUri;

    /// <summary>Gets the last lines which the server printed; none unless something went wrong. Add it to the message of a test that fails.</summary>
    public string Log => _process?.Output.ToString() ?? "  | (not started)";

    internal int NodePort => _addresses.NodePort;

    internal int ProcessId => _process?.Id ?? throw new InvalidOperationException("The server does not run.");

    /// <summary>Starts the server.</summary>
    /// <returns>A task that completes when it is healthy. The first start on a machine installs it with npm.</returns>
    /// <exception cref="LocalRestateServerException">There is no executable and none could be installed, or the server did not start.</exception>
    public async Task StartAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await StartProcessAsync();
                return;
            }
            catch (LocalRestateServerException) when (attempt < PortAttempts && Log.Contains(LocalServerErrors.PortTaken, StringComparison.Ordinal))
            {
                await _process!.DisposeAsync();
                _process = null;
                _addresses = PickAddresses();
            }
        }
    }

    /// <summary>Ends the server at once, as a crash does. Its data and addresses are kept for <see cref="RestartAsync"/>.</summary>
    /// <returns>A task that completes when the process has ended.</returns>
    public async Task KillAsync()
    {
        if (_process is not null)
        {
            await _process.KillAsync();
        }
    }

    /// <summary>Ends the server if it runs, and starts it again with the same data and addresses.</summary>
    /// <param name="kill"><see langword="true"/> ends it as a crash does, <see langword="false"/> lets it shut down.</param>
    /// <returns>A task that completes when it is healthy again.</returns>
    public async Task RestartAsync(bool kill = true)
    {
        if (_process is not null)
        {
            await (kill ? _process.KillAsync() : _process.StopAsync(TimeSpan.FromSeconds(20), TimeProvider.System));
            await _process.DisposeAsync();
            _process = null;
        }

        await StartProcessAsync();
    }

    /// <summary>Serves actors in this process, on a free port, and registers them with the server.</summary>
    /// <param name="actors">Adds the actors, as for <see cref="ActorTestHost.StartAsync"/>.</param>
    /// <param name="services">Adds what they need from outside, real or fake.</param>
    /// <returns>The application with a client; dispose it before the fixture.</returns>
    /// <exception cref="RestateRegistrationException">The server refuses the actors.</exception>
    public Task<RestateServerApp> ServeAsync(Action<RestateActorsBuilder> actors, Action<IServiceCollection>? services = null)
    {
        ArgumentNullException.ThrowIfNull(actors);
        return RestateServerApp.StartAsync(this, actors, services);
    }

    /// <summary>Ends the server and deletes its data.</summary>
    /// <returns>A task that completes when it has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_process is { } process)
        {
            _process = null;
            await process.DisposeAsync();
        }

        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    private LocalRestateServerOptions PickAddresses()
    {
        var ports = LoopbackPorts.Pick(3);
        return new LocalRestateServerOptions
        {
            IngressUri = new Uri($"http://127.0.0.1:{ports[0]}"),
            AdminUri = new Uri($"http://127.0.0.1:{ports[1]}"),
            NodePort = _options.NodePort ?? ports[2],
            ExecutablePath = _options.ExecutablePath,
            StartupTimeout = _options.StartupTimeout,
        };
    }

    private async Task StartProcessAsync()
    {
        var executable = await FindExecutableAsync();
        var temp = Path.Combine(_directory, "tmp");
        Directory.CreateDirectory(temp);
        _process = await ServerProcess.StartAsync(new ServerProcessSettings
        {
            ExecutablePath = executable.Path,
            DataDirectory = _directory,
            TempDirectory = temp,
            ClusterName = _clusterName,
            NodeName = _options.NodeName,
            IngressUri = IngressUri,
            AdminUri = AdminUri,
            NodePort = NodePort,
            Partitions = _options.Partitions,
            InheritServerVariables = false,
            EnvironmentVariables = _options.EnvironmentVariables.Prepend(new("RESTATE_ROCKSDB_TOTAL_MEMORY_SIZE", "64 MB")),
        });
        using var probe = new ServerHealthProbe(IngressUri, AdminUri);
        await new ServerStartup(_process, probe, _clusterName, _addresses, executable, TimeProvider.System).WaitUntilReadyAsync(CancellationToken.None);
    }

    private async Task<ServerExecutable> FindExecutableAsync() =>
        new ServerLocator(_addresses, Environment.GetEnvironmentVariable).Find()
        ?? await new ServerInstaller(_addresses, Environment.GetEnvironmentVariable, NullLogger.Instance, TimeProvider.System)
            .InstallAsync(CancellationToken.None);
}
