using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace Restate.Actors.Tests.PublicSurface;

/// <summary>Compares the public surface with the text next to this file, so that a change of it shows as a diff.</summary>
public sealed class PublicSurfaceTests
{
    [Theory]
    [InlineData("Restate.Actors")]
    [InlineData("Restate.Actors.Hosting")]
    [InlineData("Restate.Actors.Lambda")]
    [InlineData("Restate.Actors.Protobuf")]
    [InlineData("Restate.Actors.Testing")]
    public void Surface_IsAsRecorded(string assemblyName)
    {
        var actual = SurfaceText.Render(Assembly.Load(assemblyName));
        var file = Path.Combine(SourceFolder(), $"{assemblyName}.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_PUBLIC_SURFACE") == "1")
        {
            File.WriteAllText(file, actual);
        }

        var recorded = File.Exists(file) ? File.ReadAllText(file) : string.Empty;

        Assert.True(
            recorded == actual,
            $"The public surface of {assemblyName} has changed. If that is meant, run the tests once with UPDATE_PUBLIC_SURFACE=1 and commit {Path.GetFileName(file)}.\n"
            + FirstDifference(recorded, actual));
    }

    private static string FirstDifference(string recorded, string actual)
    {
        var old = recorded.Split('\n');
        var now = actual.Split('\n');
        var lines = old.Except(now).Select(line => $"- {line}").Concat(now.Except(old).Select(line => $"+ {line}"));
        return string.Join('\n', lines.Take(20));
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
