using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>Notifications whose id is that of a command but whose content is not for it.</summary>
public sealed class WrongAnswerTests
{
    [Fact]
    public async Task StateNames_AnswerWithoutNames_AttemptFails()
    {
        await using var host = new EngineHost();
        host.Script.Handler = static async (context, _) => $"{(await context.States.GetNamesAsync()).Count}";
        var peer = AttemptPeer.Start(host, JournalScript.Object() with { IsPartial = true });
        Assert.Equal(["GetLazyStateKeysCommand result_completion_id=1"], peer.Take());

        peer.Send(WireFrame.Completion(MessageType.SleepCompletion, 1));

        Assert.StartsWith(
            "Error code=500 message=The received GetLazyStateKeysCompletion message lacks the names.", Assert.Single(await peer.FinishAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvocationId_AnswerWithoutId_AttemptFails()
    {
        await using var host = new EngineHost();
        host.Script.Handler = static async (context, _) => await (await context.Actors.GetActor("Other").SendAsync("run")).GetIdAsync();
        var peer = AttemptPeer.Start(host, JournalScript.Object());
        Assert.StartsWith("OneWayCallCommand", Assert.Single(peer.Take()), StringComparison.Ordinal);

        peer.Send(WireFrame.Completion(MessageType.SleepCompletion, 1));

        Assert.StartsWith(
            "Error code=500 message=The received CallInvocationIdCompletion message lacks the id.", Assert.Single(await peer.FinishAsync()), StringComparison.Ordinal);
    }
}
