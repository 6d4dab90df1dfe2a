using Restate.Actors.Tests.Journal.Harness;
using Xunit;

namespace Restate.Actors.Tests.Journal;

public class ConformanceTests
{
    private static readonly Dictionary<string, ConformanceCase> Cases = ConformanceCase.LoadAll().ToDictionary(vector => vector.Name);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void LoadAll_VectorFiles_AreComplete()
    {
        Assert.Equal(18, VectorFiles.Names("conformance").Length);
        Assert.Equal(90, Cases.Count);
    }

    [Theory]
    [Capability("Hosting", "Service protocol range")]
    [MemberData(nameof(Names))]
    public void Play_WholeChunks_WritesExactlyTheExpectedFrames(string name) => Play(name, byteWise: false);

    [Theory]
    [MemberData(nameof(Names))]
    public void Play_ByteByByte_WritesExactlyTheExpectedFrames(string name) => Play(name, byteWise: true);

    private static void Play(string name, bool byteWise)
    {
        var vector = Cases[name];
        var driver = new AttemptDriver(vector.Version, ConformanceHandlers.Find(vector.Pseudocode));

        new ConformancePlayer(driver, byteWise).Play(vector);
    }
}
