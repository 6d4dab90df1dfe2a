using System.Collections.Concurrent;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Attempts.Actors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>Many attempts on many threads, cut off at random places: each ends, and in order.</summary>
public sealed class StressTests
{
    [Theory]
    [InlineData(ServiceProtocolVersion.V6)]
    [InlineData(ServiceProtocolVersion.V7)]
    internal async Task RandomEnds_OnManyThreads_EveryAttemptEnds(ServiceProtocolVersion version)
    {
        await using var host = new EngineHost();
        host.Script.Handler = RunAsync;
        ConcurrentDictionary<string, int> ends = new();

        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (seed, cancellationToken) =>
        {
            var random = new Random(seed);

            // Few keys, so that attempts meet at the gate.
            var journal = JournalScript.Object() with { Version = version, Key = $"{random.Next(16)}" };
            var peer = AttemptPeer.Start(host, journal);
            var end = await PlayAsync(peer, random).WaitAsync(AttemptPeer.Patience, cancellationToken);
            ends.AddOrUpdate(end, 1, static (_, count) => count + 1);
        });

        Assert.Equal(0, host.Engine.RunningCount);
        Assert.Empty(host.Log.Lines);
        Assert.Equal(2000, ends.Values.Sum());
        Assert.Contains("End", ends.Keys);
        Assert.Contains("Suspension", ends.Keys);
        Assert.Contains("reset", ends.Keys);
    }

    private static async Task<string> RunAsync(IActorContext context, string input)
    {
        var sum = 0;
        for (var i = 0; i < 3; i++)
        {
            var step = context.Run("step", async _ =>
            {
                await Task.Yield();
                return i;
            });
            var call = context.Actors.GetActor<ICounter>("c").AddAsync(i);
            sum += await step + (int)await call;
            await Task.WhenAll(context.Run("a", _ => Task.CompletedTask), context.Run("b", _ => Task.CompletedTask));
            context.States.Get<int>("sum").Set(sum);
        }

        return $"{input}{sum}";
    }

    private static async Task<string> PlayAsync(AttemptPeer peer, Random random)
    {
        var left = random.Next(60);
        while (!peer.HasTerminalMessage)
        {
            var messages = await peer.NextOrNoneAsync();
            if (messages.Length == 0)
            {
                return "reset";
            }

            foreach (var message in messages)
            {
                if (left-- == 0)
                {
                    End(peer, random);
                }
                else if (left >= 0)
                {
                    Answer(peer, message);
                }
            }
        }

        peer.CloseInput();
        await peer.Ended;
        return peer.IsReset ? "reset" : peer.LastMessage.Split(' ')[0];
    }

    private static void End(AttemptPeer peer, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                peer.CloseInput();
                break;
            case 1:
                peer.LoseInput();
                break;
            case 2:
                peer.Abort();
                break;
            default:
                peer.CloseInput();
                peer.Abort();
                break;
        }
    }

    private static void Answer(AttemptPeer peer, string message)
    {
        var words = message.Split(' ');
        var fields = words.Where(word => word.Contains('=', StringComparison.Ordinal)).ToDictionary(word => word.Split('=')[0], word => word.Split('=')[1]);
        switch (words[0])
        {
            case "ProposeRunCompletion" when peer.Stored.Version == ServiceProtocolVersion.V7:
                peer.Send(WireFrame.RunAck(uint.Parse(fields["result_completion_id"])));
                break;
            case "ProposeRunCompletion":
                peer.Send(WireFrame.Completion(MessageType.RunCompletion, uint.Parse(fields["result_completion_id"]), fields["value"]));
                break;
            case "CallCommand":
                peer.Send(
                    WireFrame.InvocationId(uint.Parse(fields["invocation_id_notification_idx"]), "inv_1a"),
                    WireFrame.Completion(MessageType.CallCompletion, uint.Parse(fields["result_completion_id"]), "1"));
                break;
            default:
                break;
        }
    }
}
