using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>How much journal an attempt takes.</summary>
public sealed class JournalLimitTests
{
    private const long Limit = 100 * 1024;

    [Fact]
    public async Task Journal_TooLong_AttemptFailsAndNamesTheOption()
    {
        await using var host = new EngineHost(options: options => options.MaxJournalBytes = Limit);
        var half = new string('x', (int)Limit / 2);
        var journal = JournalScript.Object($"\"{half}\"") with { State = [("a", $"\"{half}\"")] };

        var error = Assert.Single(await AttemptPeer.Start(host, journal).FinishAsync());

        Assert.StartsWith(
            "Error code=500 message=The journal of this invocation has more than 102400 bytes, the limit of RestateActorsOptions.MaxJournalBytes. Raise the limit, or cancel the invocation.",
            error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_ManyEmptyMessages_TheirHeadersCount()
    {
        await using var host = new EngineHost(options: options => options.MaxJournalBytes = Limit);
        var empty = WireFrame.Of(MessageType.ClearAllStateCommand, new Protocol.Oracle.ClearAllStateCommandMessage());
        var journal = JournalScript.Object().With([.. Enumerable.Repeat(empty, (int)Limit / FrameHeader.Size)]);

        var error = Assert.Single(await AttemptPeer.Start(host, journal).FinishAsync());

        Assert.StartsWith("Error code=500 message=The journal of this invocation has more than 102400 bytes", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_LongButAllowed_IsServed()
    {
        await using var host = new EngineHost(options: options => options.MaxJournalBytes = Limit);
        var half = new string('x', ((int)Limit / 2) - 200);

        Assert.Equal([$"OutputCommand value=\"{half}\"", "End"], await AttemptPeer.Start(host, JournalScript.Object($"\"{half}\"") with { State = [("a", $"\"{half}\"")] }).FinishAsync());
    }

    [Fact]
    public async Task Journal_GrowsWhileTheHandlerWaits_AttemptFails()
    {
        await using var host = new EngineHost(options: options => options.MaxJournalBytes = Limit);
        host.Script.Handler = static async (context, _) => $"{(await context.CreateAwakeable<string>().Task).Length}{(await context.CreateAwakeable<string>().Task).Length}";
        var peer = AttemptPeer.Start(host, JournalScript.Object());

        peer.Send(WireFrame.Signal(17, $"\"{new string('x', 60 * 1024)}\""));
        peer.Send(WireFrame.Signal(18, $"\"{new string('x', 60 * 1024)}\""));

        Assert.StartsWith("Error code=500 message=The journal of this invocation has more than", Assert.Single(await peer.FinishAsync()), StringComparison.Ordinal);
    }
}
