using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Restate.Actors.Dashboard.Tests.Browser;

/// <summary>The browser of the tests, installed once into the user's cache with npm, as the local server is.</summary>
/// <remarks>
/// The lock file pins versions and hashes and names no address, so npm asks the registry that the user has set up. A browser of one's own can be named with the
/// variable RESTATE_ACTORS_BROWSER; then only the library that drives it is installed.
/// </remarks>
internal sealed record BrowserInstallation(string Packages, string Executable, string? Libraries)
{
    private const string Version = "147.0.0";
    private const string OwnBrowserVariable = "RESTATE_ACTORS_BROWSER";

    private static readonly SemaphoreSlim Turn = new(1, 1);

    private static string Here { get; } = Path.Combine(AppContext.BaseDirectory, "Browser");

    public static async Task<BrowserInstallation> GetAsync()
    {
        var own = Environment.GetEnvironmentVariable(OwnBrowserVariable);
        if (string.IsNullOrEmpty(own) && !(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64))
        {
            throw new InvalidOperationException($"The browser that npm has is for Linux on x64. Set {OwnBrowserVariable} to the path of a Chromium or Chrome.");
        }

        var directory = Path.Combine(UserCache(), "restate-actors", "browser", Version);
        await Turn.WaitAsync();
        try
        {
            await InstallAsync(directory);
        }
        finally
        {
            Turn.Release();
        }

        var unpacked = Path.Combine(directory, "unpacked");
        return string.IsNullOrEmpty(own)
            ? new BrowserInstallation(directory, Path.Combine(unpacked, "chromium"), Path.Combine(unpacked, "al2023", "lib"))
            : new BrowserInstallation(directory, own, Libraries: null);
    }

    /// <summary>Gets the path of a script.</summary>
    public static string Script(string name) => Path.Combine(Here, "Scripts", name);

    private static async Task InstallAsync(string directory)
    {
        var isComplete = Path.Combine(directory, "complete");
        if (File.Exists(isComplete))
        {
            return;
        }

        // Another process may do the same: each works in a directory of its own, and the first one to be done gives it its name.
        var staging = $"{directory}.{Environment.ProcessId}";
        Directory.CreateDirectory(Path.Combine(staging, "unpacked"));
        try
        {
            foreach (var name in new[] { "package.json", "package-lock.json" })
            {
                File.Copy(Path.Combine(Here, "Package", name), Path.Combine(staging, name), overwrite: true);
            }

            await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"], staging);
            await RunAsync("node", [Script("unpack.mjs"), staging], staging);
            await File.WriteAllTextAsync(Path.Combine(staging, "complete"), "");
            if (!Directory.Exists(directory))
            {
                Directory.Move(staging, directory);
            }
        }
        catch (IOException) when (File.Exists(isComplete))
        {
            // The other one was faster.
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    private static async Task RunAsync(string program, string[] arguments, string directory)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };

        // The package unpacks into the temporary directory, and brings the libraries along where it takes the machine for that of a cloud function.
        start.Environment["TMPDIR"] = Path.Combine(directory, "unpacked");
        start.Environment["AWS_LAMBDA_JS_RUNTIME"] = "nodejs22.x";
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with code {process.ExitCode}:\n{await output}{await errors}");
        }
    }

    private static string UserCache() =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache");
}
