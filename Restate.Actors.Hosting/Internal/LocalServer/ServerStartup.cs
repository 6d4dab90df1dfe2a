namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>Waits until a process that was just started is a healthy server.</summary>
internal sealed class ServerStartup(
    ServerProcess process,
    ServerHealthProbe probe,
    string clusterName,
    LocalRestateServerOptions options,
    ServerExecutable executable,
    TimeProvider timeProvider)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <exception cref="LocalRestateServerException">The process ended, took too long, or somebody else's server answers.</exception>
    public async Task<ServerHealth> WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        while (true)
        {
            var health = await probe.ProbeAsync(cancellationToken);
            var answering = health.IsHealthy ? await probe.ReadClusterNameAsync(options.NodePort, cancellationToken) : null;
            if (process.Exited.IsCompleted)
            {
                throw LocalServerErrors.Exited(executable, await process.Exited, process.Output);
            }

            if (answering == clusterName)
            {
                return health;
            }

            if (answering is not null)
            {
                throw LocalServerErrors.ForeignServer(options, answering);
            }

            if (timeProvider.GetElapsedTime(started) > options.StartupTimeout)
            {
                throw LocalServerErrors.NotHealthy(options, executable, process.Output);
            }

            await Task.WhenAny(process.Exited, Task.Delay(PollInterval, timeProvider, cancellationToken));
        }
    }
}
