namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>Finds programs as a shell does.</summary>
internal static class ExecutableSearch
{
    /// <summary>Looks for a program in the directories of <c>PATH</c>.</summary>
    public static string? FindOnPath(string name, Func<string, string?> environment)
    {
        string[] names = OperatingSystem.IsWindows() ? [name + ".exe", name + ".cmd"] : [name];
        var directories = (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return directories
            .SelectMany(directory => names.Select(candidate => Path.Combine(directory, candidate)))
            .FirstOrDefault(IsExecutable);
    }

    public static bool IsExecutable(string path)
    {
        const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & AnyExecute) != 0);
    }
}
