namespace Restate.Actors.Chaos.Driver.World;

/// <summary>Where a run writes its logs.</summary>
internal sealed class RunDirectory
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("chaos-");

    public string Path => _directory.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Delete() => _directory.Delete(recursive: true);
}
