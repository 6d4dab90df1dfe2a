using Restate.Actors.Tests.Journal.Harness;
using Xunit;

namespace Restate.Actors.Tests.Journal;

public class RecordedExchangeTests
{
    public static TheoryData<string> Files => [.. VectorFiles.Names("recorded")];

    [Fact]
    public void Load_RecordedFiles_AreComplete()
    {
        var files = VectorFiles.Names("recorded");

        Assert.Equal(37, files.Length);
        Assert.Equal(77, files.Sum(file => RecordedStream.Load(file).Count));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Play_WholeChunks_WritesWhatTheRecordedEndpointWrote(string file) => Play(file, byteWise: false);

    [Theory]
    [MemberData(nameof(Files))]
    public void Play_ByteByByte_WritesWhatTheRecordedEndpointWrote(string file) => Play(file, byteWise: true);

    private static void Play(string file, bool byteWise)
    {
        foreach (var stream in RecordedStream.Load(file))
        {
            var driver = new AttemptDriver(stream.Version, RecordedHandlers.Find(stream.Target), stream.Attempt);

            new RecordedPlayer(driver, byteWise).Play(stream);
        }
    }
}
