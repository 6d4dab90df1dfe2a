namespace Samples.Tests.Browser;

/// <summary>Where a scenario puts its pictures: <c>docs/images</c> if they are to be kept, otherwise a directory that is deleted.</summary>
internal sealed class Screenshots : IDisposable
{
    private readonly bool _areKept = Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") == "1";

    public Screenshots()
    {
        Directory = _areKept ? Path.Combine(Repository.Root, "docs", "images") : System.IO.Directory.CreateTempSubdirectory("screenshots-").FullName;
        System.IO.Directory.CreateDirectory(Directory);
    }

    public string Directory { get; }

    public void Dispose()
    {
        if (!_areKept)
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
    }
}
