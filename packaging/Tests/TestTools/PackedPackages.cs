using Xunit;

namespace Restate.Actors.Packaging.Tests.TestTools;

/// <summary>The packages of the solution, packed once for all tests into a folder of their own, from what is built already.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    /// <summary>A version that no source has, so that the packages can only come from the folder.</summary>
    public const string Version = "0.0.1-packed";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("rst-pack-");

    /// <summary>Gets the folder with the packages.</summary>
    public string Folder => Path.Combine(_directory.FullName, "packages");

    /// <summary>Gets the folder of restored packages of the projects outside, shared by them.</summary>
    internal string RestoredFolder => Path.Combine(_directory.FullName, "restored");

    /// <summary>Reads a package.</summary>
    /// <param name="id">The id.</param>
    /// <param name="extension">Its file's extension: <c>nupkg</c>, or <c>snupkg</c> for the symbols.</param>
    internal PackageArchive Read(string id, string extension = "nupkg") => PackageArchive.Read(Path.Combine(Folder, $"{id}.{Version}.{extension}"));

    public Task InitializeAsync() => new DotnetCommand(BuildInfo.Root, new Dictionary<string, string>()).RunAsync(
        "pack", "Restate.Actors.sln", "--no-build", "--configuration", BuildInfo.Configuration, "--output", Folder, "--verbosity", "quiet",
        $"-p:PackageVersion={Version}",
        $"-p:NuspecOutputPath={Path.Combine(_directory.FullName, "nuspec")}");      // nothing is written beside the sources

    public Task DisposeAsync()
    {
        _directory.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
