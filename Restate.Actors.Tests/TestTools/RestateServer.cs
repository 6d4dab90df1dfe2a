using Microsoft.Extensions.Logging.Abstractions;
using Restate.Actors.Hosting;
using Restate.Actors.Hosting.Internal.LocalServer;
using Xunit.Sdk;

namespace Restate.Actors.Tests.TestTools;

/// <summary>A real Restate server of one test or one collection: ports and data of its own, thrown away at the end.</summary>
public sealed class RestateServer : IAsyncDisposable
{
    private const int PortAttempts = 5;

    private readonly RestateServerSettings _settings;
    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"rst-{Path.GetRandomFileName()[..8]}");
    private readonly string _clusterName;
    private LocalRestateServerOptions _options;
    private ServerProcess? _process;

    private RestateServer(RestateServerSettings settings)
    {
        _settings = settings;
        _clusterName = settings.Node?.ClusterName ?? $"test-{Guid.NewGuid():N}";
        _options = PickAddresses();
        Admin = new AdminApi(this);
        Ingress = new IngressApi(this);
    }

    public Uri IngressUri => _options.IngressUri;

    public Uri AdminUri => _options.AdminUri;

    public int NodePort => _options.NodePort;

    public AdminApi Admin { get; }

    public IngressApi Ingress { get; }

    /// <summary>Gets the last lines which the server printed; empty of noise unless something went wrong.</summary>
    public string LogTail => _process?.Output.ToString() ?? "  | (not started)";

    public int ProcessId => _process?.Id ?? throw new InvalidOperationException("The server does not run.");

    /// <summary>Starts a server and returns when it is healthy. The first start on a machine installs it with npm.</summary>
    public static async Task<RestateServer> StartAsync(RestateServerSettings? settings = null)
    {
        var server = new RestateServer(settings ?? new RestateServerSettings());
        try
        {
            await server.StartOnFreePortsAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the server at once, as a crash does. Its data and addresses are kept for <see cref="RestartAsync"/>.</summary>
    public async Task KillAsync()
    {
        if (_process is not null)
        {
            await _process.KillAsync();
        }
    }

    /// <summary>Ends the server if it runs, and starts it again with the same data and addresses.</summary>
    /// <param name="kill"><see langword="true"/> ends it as a crash does, <see langword="false"/> lets it shut down.</param>
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
        if (_process is { } process)
        {
            _process = null;
            await process.DisposeAsync();
        }

        Admin.Dispose();
        Ingress.Dispose();
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
            NodePort = _settings.Node?.Port ?? ports[2],
        };
    }

    private async Task StartOnFreePortsAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await StartProcessAsync();
                return;
            }
            catch (LocalRestateServerException) when (attempt < PortAttempts && LogTail.Contains(LocalServerErrors.PortTaken, StringComparison.Ordinal))
            {
                await _process!.DisposeAsync();
                _process = null;
                _options = PickAddresses();
            }
        }
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
            NodeName = _settings.Node?.Name ?? "local",
            IngressUri = IngressUri,
            AdminUri = AdminUri,
            NodePort = NodePort,
            Partitions = _settings.Partitions,
            InheritServerVariables = false,
            EnvironmentVariables = _settings.EnvironmentVariables.Prepend(new("RESTATE_ROCKSDB_TOTAL_MEMORY_SIZE", "64 MB")),
        });
        using var probe = new ServerHealthProbe(IngressUri, AdminUri);
        await new ServerStartup(_process, probe, _clusterName, _options, executable, TimeProvider.System).WaitUntilReadyAsync(CancellationToken.None);
    }

    private async Task<ServerExecutable> FindExecutableAsync() =>
        new ServerLocator(_options, Environment.GetEnvironmentVariable).Find()
        ?? await new ServerInstaller(_options, Environment.GetEnvironmentVariable, NullLogger.Instance, TimeProvider.System)
            .InstallAsync(CancellationToken.None);
}
