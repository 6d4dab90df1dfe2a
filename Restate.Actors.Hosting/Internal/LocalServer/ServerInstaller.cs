using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>Installs the pinned server into the cache with npm.</summary>
/// <remarks>
/// npm works in a directory of its own, which takes the name of the cache only when it is complete: a killed installation leaves no half cache.
/// A lock lets one process install while others wait for it.
/// </remarks>
internal sealed class ServerInstaller(LocalRestateServerOptions options, Func<string, string?> environment, ILogger logger, TimeProvider timeProvider)
{
    private static readonly TimeSpan LockInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(10);

    private readonly string _cache = ServerCache.For(options, environment).Directory;

    /// <summary>Installs the server unless another process has done so meanwhile.</summary>
    /// <exception cref="LocalRestateServerException">No package for this platform, no npm, npm failed, or the time is over.</exception>
    public async Task<ServerExecutable> InstallAsync(CancellationToken cancellationToken)
    {
        var package = ServerPackage.ForThisMachine
            ?? throw NoExecutable("none was found, and none is published on npm for this operating system and processor.");
        var npm = ExecutableSearch.FindOnPath("npm", environment)
            ?? throw NoExecutable("none was found, and npm, which could install one, is not on PATH.");

        using var limit = new CancellationTokenSource(options.InstallTimeout, timeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var directoryLock = await TakeLockAsync(linked.Token);
            if (!ExecutableSearch.IsExecutable(package.ExecutableIn(_cache)))
            {
                await InstallPackageAsync(npm, package, linked.Token);
            }

            return new ServerExecutable(package.ExecutableIn(_cache), "npm");
        }
        catch (OperationCanceledException error) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw NoExecutable(
                $"npm did not install one within {options.InstallTimeout} (LocalRestateServerOptions.InstallTimeout sets this limit).", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw NoExecutable($"none was found, and one could not be installed: {error.Message}", error);
        }
    }

    private async Task<DirectoryLock> TakeLockAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (DirectoryLock.TryTake(_cache + ".lock") is { } taken)
            {
                return taken;
            }

            await Task.Delay(LockInterval, timeProvider, cancellationToken);
        }
    }

    private async Task InstallPackageAsync(string npm, ServerPackage package, CancellationToken cancellationToken)
    {
        var staging = _cache + ".staging";
        DeleteIfExists(staging);
        Directory.CreateDirectory(staging);
        try
        {
            await File.WriteAllTextAsync(Path.Combine(staging, "package.json"), package.Manifest, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(staging, "package-lock.json"), package.LockFile, cancellationToken);
            LocalServerLog.Installing(logger, ServerPackage.Version, _cache);
            var started = timeProvider.GetTimestamp();
            await RunNpmAsync(npm, staging, cancellationToken);
            if (!ExecutableSearch.IsExecutable(package.ExecutableIn(staging)))
            {
                throw NoExecutable($"npm ended without an error, but '{package.Name}' holds none.");
            }

            DeleteIfExists(_cache);
            Directory.Move(staging, _cache);
            LocalServerLog.Installed(logger, ServerPackage.Version, timeProvider.GetElapsedTime(started).TotalSeconds);
        }
        finally
        {
            DeleteIfExists(staging);
        }
    }

    private async Task RunNpmAsync(string npm, string directory, CancellationToken cancellationToken)
    {
        var output = new OutputTail();
        using var process = new Process { StartInfo = CreateStartInfo(npm, directory) };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await WaitWithProgressAsync(process, cancellationToken);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }

        if (process.ExitCode != 0)
        {
            throw NoExecutable($"npm could not install {ServerPackage.Version} (exit code {process.ExitCode}):\n{output}");
        }

        void Keep(string? line)
        {
            if (line is not null)
            {
                output.Add(line);
            }
        }
    }

    private static ProcessStartInfo CreateStartInfo(string npm, string directory)
    {
        // The package needs no install script, so none may run. The registry, a proxy and credentials are what the user has set up for npm.
        string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
        return new ProcessStartInfo(npm, arguments)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private async Task WaitWithProgressAsync(Process npm, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        var ended = npm.WaitForExitAsync(cancellationToken);
        while (await Task.WhenAny(ended, Task.Delay(ProgressInterval, timeProvider, cancellationToken)) != ended)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LocalServerLog.StillInstalling(logger, ServerPackage.Version, timeProvider.GetElapsedTime(started).TotalSeconds);
        }

        await ended;
    }

    private LocalRestateServerException NoExecutable(string reason, Exception? innerException = null) =>
        LocalServerErrors.NoExecutable(options, environment, reason, innerException);

    private static void DeleteIfExists(string directory)
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
