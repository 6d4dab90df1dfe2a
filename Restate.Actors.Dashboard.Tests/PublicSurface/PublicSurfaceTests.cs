using System.Runtime.CompilerServices;
using Restate.Actors.Tests.PublicSurface;
using Xunit;

namespace Restate.Actors.Dashboard.Tests.PublicSurface;

/// <summary>Compares the public surface with the text next to this file, so that a change of it shows as a diff.</summary>
public sealed class PublicSurfaceTests
{
    [Fact]
    public void Surface_IsAsRecorded()
    {
        var actual = SurfaceText.Render(typeof(ActorDashboardOptions).Assembly);
        var file = Path.Combine(SourceFolder(), "Restate.Actors.Dashboard.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_PUBLIC_SURFACE") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.True(
            File.Exists(file) && File.ReadAllText(file) == actual,
            $"The public surface has changed. If that is meant, run this test once with UPDATE_PUBLIC_SURFACE=1 and commit {Path.GetFileName(file)}. It is now:\n{actual}");
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
