using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace Restate.Actors.Tests.Generators;

/// <summary>Compares generated source with a file in <c>Snapshots</c>.</summary>
/// <remarks>To accept a change, run the tests with the environment variable <c>UPDATE_SNAPSHOTS=1</c> and read the diff.</remarks>
internal static partial class Snapshot
{
    public static void Match(string name, string source, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots", name + ".txt");
        var actual = Version().Replace(source, "$1\"VERSION\"");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }

    [GeneratedRegex("(\"Restate\\.Actors\\.Generators\", )\"[0-9.]+\"")]
    private static partial Regex Version();
}
