namespace Restate.Actors.Packaging.Tests.TestTools;

/// <summary>A folder outside the repository. What is built in it has the packed packages, besides what the machine has configured, and nothing of the sources.</summary>
internal sealed class OutsideFolder : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("rst-outside-");

    public OutsideFolder(PackedPackages packages)
    {
        // Third packages are taken from where the machine has them already; the sources that the user has configured stay.
        File.WriteAllText(
            In("NuGet.config"),
            $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{packages.Folder}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="restored" value="{BuildInfo.PackagesFolder}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        Environment = new Dictionary<string, string> { ["NUGET_PACKAGES"] = packages.RestoredFolder, ["NuGetAudit"] = "false" };
    }

    public string Path => _directory.FullName;

    private IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Gets the path of something in this folder.</summary>
    public string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Gets the command line in a folder of this one.</summary>
    public DotnetCommand Dotnet(string directory = "") => new(In(directory), Environment);

    /// <summary>Lists all files of a folder of this one.</summary>
    public IEnumerable<string> Files(string directory) => Directory
        .EnumerateFiles(In(directory), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(file => System.IO.Path.GetRelativePath(In(directory), file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>Copies a folder of Outside into this one.</summary>
    public void Copy(string project)
    {
        var source = System.IO.Path.Combine(AppContext.BaseDirectory, "Outside", project);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = In(project, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
