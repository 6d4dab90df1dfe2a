namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>The directory which holds the installed server of the pinned version.</summary>
internal sealed class ServerCache(string root)
{
    /// <summary>Gets the directory of the pinned version. It exists only when the installation is complete.</summary>
    public string Directory { get; } = Path.Combine(Path.GetFullPath(root), ServerPackage.Version);

    public static ServerCache For(LocalRestateServerOptions options, Func<string, string?> environment) =>
        new(options.CacheDirectory ?? Path.Combine(UserCache(environment), "restate-actors", "server"));

    private static string UserCache(Func<string, string?> environment)
    {
        if (environment("XDG_CACHE_HOME") is { Length: > 0 } cache)
        {
            return cache;
        }

        if (OperatingSystem.IsWindows())
        {
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        }

        if (environment("HOME") is not { Length: > 0 } home)
        {
            return Path.GetTempPath();
        }

        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches") : Path.Combine(home, ".cache");
    }
}
