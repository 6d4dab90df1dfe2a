namespace Samples.Tests;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Gets the directory of this project.</summary>
    public static string Tests { get; } = Path.Combine(Root, "samples", "Samples.Tests");

    private static string FindRoot(DirectoryInfo directory) =>
        File.Exists(Path.Combine(directory.FullName, "Restate.Actors.sln")) ? directory.FullName : FindRoot(directory.Parent!);
}
