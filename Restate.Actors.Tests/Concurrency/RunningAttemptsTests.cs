using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Concurrency;

/// <summary>Attempts that begin while the host stops.</summary>
public sealed class RunningAttemptsTests
{
    [Fact]
    public async Task Stop_WhileAttemptsBegin_EachIsSuspendedAndNoneIsLeft()
    {
        for (var round = 0; round < 20; round++)
        {
            await using var host = new EngineHost();
            host.Script.Handler = static async (context, _) => await context.CreateAwakeable<string>().Task;
            using var begin = new SemaphoreSlim(0);
            var stop = Task.Run(async () =>
            {
                await begin.WaitAsync();
                host.Engine.Stop();
            });
            var peers = await Task.WhenAll(Enumerable.Range(0, 30).Select(number => Task.Run(() =>
            {
                if (number == 10)
                {
                    begin.Release();
                }

                return AttemptPeer.Start(host, JournalScript.Object() with { Key = $"{number}" });
            })));
            await stop;

            foreach (var peer in peers)
            {
                Assert.Equal(["Suspension waiting_signals=[17,1]"], await peer.FinishAsync());
            }

            Assert.True(host.Engine.IsStopping);
            Assert.Equal(0, host.Engine.RunningCount);
        }
    }

    [Fact]
    public async Task Escapes_OfManyAttemptsAtOnce_OneWarning()
    {
        await using var host = new EngineHost(isStrict: false);
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Script.Handler = async (_, _) => await answer.Task;
        var peers = Enumerable.Range(0, 50).Select(number => AttemptPeer.Start(host, JournalScript.Object() with { Key = $"{number}" })).ToArray();

        answer.SetResult("x");

        foreach (var peer in peers)
        {
            Assert.Equal(["OutputCommand value=\"x\"", "End"], await peer.FinishAsync());
        }

        Assert.Single(host.Log.Lines);
    }
}
