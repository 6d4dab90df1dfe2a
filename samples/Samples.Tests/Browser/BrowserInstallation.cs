using System.Security.Cryptography;

namespace Samples.Tests.Browser;

/// <summary>Chromium and Playwright, installed with npm into the user's cache: once for each content of the lock file.</summary>
internal static class BrowserInstallation
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LockInterval = TimeSpan.FromMilliseconds(200);

    public static string Scripts { get; } = Path.Combine(Repository.Tests, "Browser");

    /// <summary>Gets the directory of the installation, and installs it if there is none.</summary>
    public static async Task<string> GetAsync()
    {
        var lockFile = await File.ReadAllBytesAsync(Path.Combine(Scripts, "package-lock.json"));
        var home = Path.Combine(CacheDirectory(), Convert.ToHexStringLower(SHA256.HashData(lockFile))[..12]);
        Directory.CreateDirectory(Path.GetDirectoryName(home)!);
        await using var exclusive = await LockAsync($"{home}.lock");
        if (!Directory.Exists(home))
        {
            await InstallAsync(home);
        }

        return home;
    }

    /// <summary>Installs beside, and moves when all is there: an installation that is cut off leaves no half one.</summary>
    private static async Task InstallAsync(string home)
    {
        var staging = $"{home}.staging";
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }

        Directory.CreateDirectory(staging);
        foreach (var file in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(Scripts, file), Path.Combine(staging, file));
        }

        await Tool.RunAsync("npm", ["ci", "--prefix", staging, "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"], Limit);
        await Tool.RunAsync("node", [Path.Combine(Scripts, "unpack.mjs"), staging, home], Limit);
        Directory.Move(staging, home);
    }

    private static async Task<FileStream> LockAsync(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(LockInterval);     // another test run installs
            }
        }
    }

    private static string CacheDirectory()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        return Path.Combine(
            string.IsNullOrEmpty(cache) ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache") : cache,
            "restate-actors",
            "browser");
    }
}
