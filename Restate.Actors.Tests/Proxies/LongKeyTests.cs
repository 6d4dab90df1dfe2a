using Restate.Actors.Tests.Attempts.Actors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Proxies;

public sealed class LongKeyTests
{
    [Theory]
    [Capability("Hard cases", "A key longer than 1 KiB")]
    [InlineData(1024, 0)]
    [InlineData(1025, 1)]
    public async Task GetActor_KeyOver1KiB_WarnsAndWorks(int length, int warnings)
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            await context.Actors.GetActor<IScriptedObject>(new string('k', length)).Send(other => other.RunAsync(input));
            return "sent";
        };

        var peer = AttemptPeer.Start(host, JournalScript.Basic());

        Assert.Equal(["OutputCommand value=\"sent\"", "End"], (await peer.FinishAsync())[^2..]);
        Assert.Equal(
            Enumerable.Repeat("Warning: A key of Engine.Object has 1025 characters. Keys are stored with each invocation and state entry; keep them below 1 KiB.", warnings),
            host.Log.Lines);
    }
}
