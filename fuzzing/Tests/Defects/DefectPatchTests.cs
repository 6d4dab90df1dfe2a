using Xunit;

namespace Restate.Actors.Fuzzing.Tests.Defects;

/// <summary>The injected defects can be injected: run.sh is not part of each build.</summary>
public sealed class DefectPatchTests
{
    public static TheoryData<string> Names { get; } =
        [.. Directory.GetFiles(DefectPatch.Folder, "*.patch").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Misfits_EachPatch_AppliesToTheCode(string name) => Assert.Empty(DefectPatch.Misfits(Read(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Header_EachPatch_SaysWhatItBreaksAndWhichTestsAreRun(string name)
    {
        var header = Read(name).Split("diff --git")[0].Split('\n');

        Assert.Single(header, static line => line.StartsWith("Breaks: ", StringComparison.Ordinal));
        Assert.Single(header, static line => line.StartsWith("Core: ", StringComparison.Ordinal));
        Assert.Single(header, static line => line.StartsWith("Fuzzing: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Page_HasARowForEachPatch()
    {
        var page = File.ReadAllText(Path.Combine(DefectPatch.Repository, "docs", "internals", "injected-defects.md"));

        Assert.All(Directory.GetFiles(DefectPatch.Folder, "*.patch"), file =>
            Assert.Contains($"\n| `{Path.GetFileNameWithoutExtension(file)}` |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Misfits_OtherCode_AreFound()
    {
        var patch = Read("skip-gate").Replace("\n-", "\n-// not there", StringComparison.Ordinal);

        Assert.NotEmpty(DefectPatch.Misfits(patch));
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(DefectPatch.Folder, $"{name}.patch"));
}
