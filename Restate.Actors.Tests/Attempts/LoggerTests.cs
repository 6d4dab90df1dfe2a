using Microsoft.Extensions.Logging;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

public sealed class LoggerTests
{
    [Fact]
    [Capability("Observability", "Logger silent on replay")]
    public async Task Log_WhatAReplayRepeats_IsSilent()
    {
        await using var host = new EngineHost(leastLogged: LogLevel.Warning);
        host.Script.Handler = async (context, _) =>
        {
            context.Logger.LogWarning("first");
            await context.Sleep(TimeSpan.FromSeconds(1));
            context.Logger.LogWarning("second");
            await context.Sleep(TimeSpan.FromSeconds(1));
            return "";
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic());
        peer.Send(WireFrame.Completion(MessageType.SleepCompletion, 1));
        await peer.NextAsync();
        peer.CloseInput();
        await peer.FinishAsync();
        Assert.Equal(["Warning: first", "Warning: second"], host.Log.Lines);

        peer.Retry(isInputClosed: true);

        Assert.Equal(["Warning: first", "Warning: second"], host.Log.Lines);
    }
}
