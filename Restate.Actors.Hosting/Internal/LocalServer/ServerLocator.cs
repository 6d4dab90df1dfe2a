namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>Looks for a server executable on this machine; downloads nothing.</summary>
internal sealed class ServerLocator(LocalRestateServerOptions options, Func<string, string?> environment)
{
    public const string PathVariable = "RESTATE_SERVER_PATH";

    /// <summary>Looks at the option, the environment variable, <c>PATH</c> and the cache, in this order.</summary>
    /// <returns>The executable, or <see langword="null"/> if there is none.</returns>
    /// <exception cref="LocalRestateServerException">A path was asked for by name and holds no executable.</exception>
    public ServerExecutable? Find() =>
        Named(options.ExecutablePath, "LocalRestateServerOptions.ExecutablePath")
        ?? Named(environment(PathVariable), PathVariable)
        ?? OnPath()
        ?? InCache();

    private ServerExecutable? Named(string? path, string source)
    {
        if (string.IsNullOrEmpty(path))
        {
            return null;
        }

        if (!File.Exists(path))
        {
            throw LocalServerErrors.NoExecutable(options, environment, $"{source} is '{path}', and there is no such file.");
        }

        if (!ExecutableSearch.IsExecutable(path))
        {
            throw LocalServerErrors.NoExecutable(options, environment, $"{source} is '{path}', and this file is not executable.");
        }

        return new ServerExecutable(Path.GetFullPath(path), source);
    }

    private ServerExecutable? OnPath()
    {
        if (ExecutableSearch.FindOnPath("restate-server", environment) is not { } found)
        {
            return null;
        }

        // 'npm install --global' puts a Node.js script on PATH. Killed, the script leaves the server behind, so start what it would start.
        var target = File.ResolveLinkTarget(found, returnFinalTarget: true)?.FullName ?? found;
        var path = target.EndsWith(".js", StringComparison.Ordinal) ? BesideScript(target) : found;
        return path is null ? null : new ServerExecutable(path, "PATH");
    }

    private static string? BesideScript(string script)
    {
        if (ServerPackage.ForThisMachine is not { } package)
        {
            return null;
        }

        for (var directory = Path.GetDirectoryName(script); directory is not null; directory = Path.GetDirectoryName(directory))
        {
            var path = package.ExecutableIn(directory);
            if (ExecutableSearch.IsExecutable(path))
            {
                return path;
            }
        }

        return null;
    }

    private ServerExecutable? InCache()
    {
        var path = ServerPackage.ForThisMachine?.ExecutableIn(ServerCache.For(options, environment).Directory);
        return path is not null && ExecutableSearch.IsExecutable(path) ? new ServerExecutable(path, "the cache") : null;
    }
}
