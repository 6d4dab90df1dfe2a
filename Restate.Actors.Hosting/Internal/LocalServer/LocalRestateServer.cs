using Microsoft.Extensions.Logging;

namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>A Restate server for development: the one that already answers, or one started for as long as this object lives.</summary>
/// <remarks>Not thread-safe: one owner starts and disposes it.</remarks>
internal sealed class LocalRestateServer(
    LocalRestateServerOptions options, string contentRoot, Func<string, string?> environment, ILogger logger, TimeProvider timeProvider) : IAsyncDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(10);

    private readonly ServerDataDirectory _data = new(options.DataDirectory ?? Path.Combine(contentRoot, ".restate"));
    private readonly ServerHealthProbe _probe = new(options.IngressUri, options.AdminUri);
    private DirectoryLock? _lock;
    private ServerProcess? _process;
    private bool _isStopping;

    /// <summary>Gets the id of the process started by this object, or <see langword="null"/> if a running server is used.</summary>
    public int? ProcessId => _process?.Id;

    /// <summary>Returns when a healthy server answers at the configured addresses.</summary>
    /// <exception cref="LocalRestateServerException">There is no server and none could be started.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await FindRunningServerAsync(cancellationToken))
            {
                return;
            }

            CheckLoopback(nameof(options.IngressUri), options.IngressUri);
            CheckLoopback(nameof(options.AdminUri), options.AdminUri);
            var executable = new ServerLocator(options, environment).Find()
                ?? await new ServerInstaller(options, environment, logger, timeProvider).InstallAsync(cancellationToken);
            if (await TakeDataDirectoryAsync(cancellationToken))
            {
                await StartProcessAsync(executable, cancellationToken);
            }
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>Says that the server is about to be stopped, perhaps by the same Ctrl+C as this process: its end is no failure any more.</summary>
    public void AnnounceStop() => _isStopping = true;

    /// <summary>Stops the server if this object started it.</summary>
    public async ValueTask DisposeAsync()
    {
        AnnounceStop();
        if (_process is { } process)
        {
            _process = null;
            await StopProcessAsync(process);
        }

        _lock?.Dispose();
        _lock = null;
        _probe.Dispose();
    }

    /// <returns><see langword="true"/> if a server answers, <see langword="false"/> if the addresses are free.</returns>
    private async Task<bool> FindRunningServerAsync(CancellationToken cancellationToken)
    {
        // A server that is just starting shows one half of itself first.
        var started = timeProvider.GetTimestamp();
        while (true)
        {
            var health = await _probe.ProbeAsync(cancellationToken);
            if (health.IsHealthy)
            {
                LocalServerLog.Reusing(logger, health.Version, options.IngressUri, options.AdminUri);
                return true;
            }

            if (health.IsAbsent)
            {
                return false;
            }

            if (timeProvider.GetElapsedTime(started) > SettleTime)
            {
                throw LocalServerErrors.AddressTaken(options, health);
            }

            await Task.Delay(PollInterval, timeProvider, cancellationToken);
        }
    }

    private static void CheckLoopback(string option, Uri uri)
    {
        if (!uri.IsLoopback || uri.Scheme != Uri.UriSchemeHttp)
        {
            throw LocalServerErrors.NotLoopback(option, uri);
        }
    }

    /// <summary>Takes the data directory, or finds the server of the process that has it: two applications may be started at once.</summary>
    /// <returns><see langword="true"/> if the directory is taken, <see langword="false"/> if a server answers meanwhile.</returns>
    private async Task<bool> TakeDataDirectoryAsync(CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        _lock = _data.TryTake();
        if (_lock is null)
        {
            LocalServerLog.WaitingForOther(logger, _data.Path);
        }

        while (_lock is null)
        {
            if (timeProvider.GetElapsedTime(started) > options.StartupTimeout)
            {
                throw LocalServerErrors.DirectoryInUse(_data.Path, options.StartupTimeout);
            }

            await Task.Delay(PollInterval, timeProvider, cancellationToken);
            if ((await _probe.ProbeAsync(cancellationToken)).IsHealthy)
            {
                break;
            }

            _lock = _data.TryTake();
        }

        return !await FindRunningServerAsync(cancellationToken);
    }

    private async Task StartProcessAsync(ServerExecutable executable, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        _data.Prepare();
        var settings = new ServerProcessSettings
        {
            ExecutablePath = executable.Path,
            DataDirectory = _data.Path,
            TempDirectory = _data.TempPath,
            NodeName = ServerDataDirectory.NodeName,
            ClusterName = _data.ReadOrCreateClusterName(),
            IngressUri = options.IngressUri,
            AdminUri = options.AdminUri,
            NodePort = options.NodePort,
            EnvironmentVariables = options.EnvironmentVariables,
        };
        LocalServerLog.Starting(logger, executable.Path, executable.Source, _data.Path);
        _process = await ServerProcess.StartAsync(settings, line => LocalServerLog.ServerLine(logger, line));
        var startup = new ServerStartup(_process, _probe, settings.ClusterName, options, executable, timeProvider);
        var health = await startup.WaitUntilReadyAsync(cancellationToken);
        LocalServerLog.Ready(
            logger, health.Version, timeProvider.GetElapsedTime(started).TotalSeconds, _process.Id, options.IngressUri, options.AdminUri);
        _ = ReportDeathAsync(_process);
    }

    private async Task ReportDeathAsync(ServerProcess process)
    {
        var exitCode = await process.Exited;
        if (!_isStopping)
        {
            LocalServerLog.Died(logger, exitCode, process.Output);
        }
    }

    private async Task StopProcessAsync(ServerProcess process)
    {
        await using (process)
        {
            if (process.Exited.IsCompleted)
            {
                return;
            }

            LocalServerLog.Stopping(logger, process.Id);
            await process.StopAsync(StopGrace, timeProvider);
            LocalServerLog.Stopped(logger, _data.Path);
        }
    }
}
