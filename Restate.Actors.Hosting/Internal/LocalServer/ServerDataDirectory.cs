using System.Text.Json;

namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>The directory which keeps a local server's data between runs.</summary>
internal sealed class ServerDataDirectory(string path)
{
    public const string NodeName = "local";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string TempPath => System.IO.Path.Combine(Path, "tmp");

    /// <summary>Takes the directory for one server.</summary>
    /// <returns>The lock, or <see langword="null"/> if another process has it.</returns>
    public DirectoryLock? TryTake() => DirectoryLock.TryTake(System.IO.Path.Combine(Path, "lock"));

    /// <summary>Makes the directory ready for a server; the caller holds its lock.</summary>
    public void Prepare()
    {
        // The data must not get into the user's repository.
        File.WriteAllText(System.IO.Path.Combine(Path, ".gitignore"), "*\n");
        if (Directory.Exists(TempPath))
        {
            Directory.Delete(TempPath, recursive: true);
        }

        Directory.CreateDirectory(TempPath);
    }

    /// <summary>Reads the cluster name which the data belongs to; a server with another name refuses the data. New data gets a new name.</summary>
    public string ReadOrCreateClusterName()
    {
        var marker = System.IO.Path.Combine(Path, NodeName, ".cluster-marker");
        if (!File.Exists(marker))
        {
            return $"local-{Guid.NewGuid():N}";
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(marker));
        return document.RootElement.GetProperty("cluster_name").GetString()!;
    }
}
