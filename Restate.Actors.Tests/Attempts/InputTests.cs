using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>What a broken peer sends.</summary>
public sealed class InputTests
{
    [Theory]
    [InlineData("FFFFFFFFFFFFFFFF", "Error code=500 message=A received message has the unknown type 0xFFFF.")]
    [InlineData("0000000010000000", "Error code=500 message=The received Start message has 268435456 bytes; the limit is 67108864 bytes.")]
    [InlineData("0400000000000000", "Error code=571 message=[RSTA0571] Protocol violation: The first message is InputCommand; it must be Start.")]
    public async Task Garbage_IsAnErrorOfTheAttempt(string hex, string error)
    {
        await using var host = new EngineHost();
        var peer = AttemptPeer.Prepare(host, JournalScript.Object());
        peer.Run();

        peer.SendBytes(Convert.FromHexString(hex));

        Assert.Equal([error], await peer.FinishAsync());
    }

    [Fact]
    public async Task Journal_EndsTooEarly_IsAnErrorOfTheAttempt()
    {
        await using var host = new EngineHost();
        var peer = AttemptPeer.Prepare(host, JournalScript.Object());
        peer.Run();
        peer.SendBytes(JournalScript.Object().ToFrames().First().ToBytes());

        peer.CloseInput();

        Assert.Equal(["Error code=571 message=[RSTA0571] Protocol violation: The input ended before the whole journal was received."], peer.Take());
        Assert.True(peer.Ended.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Message_IsCutByTheEnd_IsAnErrorOfTheAttempt()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            await context.Sleep(TimeSpan.FromSeconds(1));
            return input;
        };
        var peer = AttemptPeer.Start(host, JournalScript.Object());
        peer.Take();

        peer.SendBytes(WireFrame.Completion(MessageType.SleepCompletion, 1).ToBytes().AsMemory(0, 9));
        peer.CloseInput();

        Assert.Equal(["Error code=571 message=[RSTA0571] Protocol violation: The input ended inside a message."], peer.Take());
    }

    [Fact]
    public async Task UnknownAndRepeatedNotifications_AreIgnored()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            await context.Sleep(TimeSpan.FromSeconds(1));
            await context.Sleep(TimeSpan.FromSeconds(1));
            return input;
        };
        var peer = AttemptPeer.Start(host, JournalScript.Object());

        peer.Send(WireFrame.Completion(MessageType.SleepCompletion, 77), WireFrame.Completion(MessageType.SleepCompletion, 1));
        peer.Send(WireFrame.Completion(MessageType.SleepCompletion, 1), WireFrame.Completion(MessageType.SleepCompletion, 2));

        Assert.Equal(["OutputCommand value=\"in\"", "End"], (await peer.FinishAsync())[^2..]);
    }

    [Fact]
    public async Task MalformedResult_IsAnErrorOfTheAttempt()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            await context.Sleep(TimeSpan.FromSeconds(1));
            return input;
        };
        var peer = AttemptPeer.Start(host, JournalScript.Object());
        peer.Take();

        peer.Send(new WireFrame(MessageType.SleepCompletion, [0x08, 0x01, 0x2A, 0x7F]));

        Assert.StartsWith("Error code=500 message=", Assert.Single(await peer.FinishAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PeerDoesNotRead_AttemptWaitsAtTheFlush()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            for (var i = 0; i < 3; i++)
            {
                context.States.Get<string>("s").Set(new string('x', 10_000));
                await context.Sleep(TimeSpan.FromSeconds(1));
            }

            return input;
        };
        var peer = AttemptPeer.Start(host, JournalScript.Object(), outputLimit: 8 * 1024);
        peer.Send(WireFrame.Completion(MessageType.SleepCompletion, 1), WireFrame.Completion(MessageType.SleepCompletion, 2));

        Assert.Equal(["read", "flush"], peer.Notes);
        peer.Send(WireFrame.Completion(MessageType.SleepCompletion, 3));
        Assert.Equal(8, (await peer.FinishAsync()).Length);
    }

    [Fact]
    public async Task LargeInputAndOutput_ComeThrough()
    {
        await using var host = new EngineHost();
        var text = $"\"{new string('x', 32 * 1024 * 1024)}\"";

        var peer = AttemptPeer.Start(host, JournalScript.Of("Engine.Greeter", "Greet", text) with { Key = "" }, outputLimit: 64 * 1024);

        Assert.Equal($"OutputCommand value={text}", (await peer.FinishAsync())[0]);
    }

    [Fact]
    public async Task EngineBreaksDown_IsLoggedAndTheStreamReset()
    {
        await using var host = new EngineHost();
        var disposals = 0;
        host.Script.Disposal = () => disposals++;
        host.Script.Handler = async (context, input) =>
        {
            await context.CreateAwakeable<int>().Task;
            return input;
        };
        var peer = AttemptPeer.Start(host, JournalScript.Object());
        peer.BreakOutput();

        peer.CloseInput();

        await peer.Ended.WaitAsync(AttemptPeer.Patience);
        Assert.True(peer.IsReset);
        Assert.Equal(1, disposals);
        Assert.Equal(0, host.Engine.RunningCount);
        Assert.Equal(
            ["Error: An attempt of Engine.Object/Run broke down in the engine, not in the handler. Its stream is reset; Restate tries again."], host.Log.Lines);
    }
}
