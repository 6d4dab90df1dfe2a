using System.Buffers;
using System.Collections.Concurrent;
using Restate.Actors.Hosting.Internal.Identity;
using Restate.Actors.Hosting.Internal.LocalServer;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Turns;
using Restate.Actors.Tests.Integration.Payloads;
using Xunit;

namespace Restate.Actors.Tests.Concurrency;

/// <summary>Tables that a whole process shares.</summary>
public sealed class SharedTableTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void VerifiedTokens_ManyThreads_NeverMoreThanTheCapacityAndEachWithItsOwnClaims()
    {
        var tokens = new VerifiedTokens(capacity: 8);

        Crowd.Run(20_000, (thread, round) =>
        {
            var number = (round * 7) + thread;
            tokens.Add($"{number % 40}", new IdentityClaims(number % 40, Now.ToUnixTimeSeconds() + 60, []), Now);
            if (tokens.TryGet($"{round % 40}", out var claims))
            {
                Assert.Equal(round % 40, claims.NotBefore);
            }

            Assert.InRange(tokens.Count, 0, 8);
        });
    }

    [Fact]
    public void OutputTail_ManyThreads_LastLinesWhole()
    {
        var tail = new OutputTail(capacity: 10);

        Crowd.Run(5000, (thread, round) =>
        {
            tail.Add($"{thread} {round} end");
            Assert.All(tail.ToString().Split('\n'), line => Assert.EndsWith(" end", line, StringComparison.Ordinal));
        });

        Assert.Equal(10, tail.ToString().Split('\n').Length);
    }

    [Fact]
    public void RuledSerializer_TwoHostsOnManyThreads_KeepTheirRules()
    {
        var json = JsonActorSerializer.CreateReflectionBased();
        var red = RuledSerializer.Create(json, [new SerializerRule(_ => true, new RedSerializer())]);
        var blue = RuledSerializer.Create(json, [new SerializerRule(_ => true, new BlueSerializer())]);

        Crowd.Run(20_000, (thread, _) =>
        {
            var output = new ArrayBufferWriter<byte>();
            (thread % 2 == 0 ? red : blue).Serialize(output, "a");
            Assert.Equal(thread % 2 == 0 ? "red:\"a\"" : "blue:\"a\"", System.Text.Encoding.UTF8.GetString(output.WrittenSpan));
        });
    }

    [Fact]
    public void RunScope_OtherFlows_SeeTheirOwn()
    {
        Crowd.Run(100, (thread, round) =>
        {
            RunScope.Current = $"{thread} {round}";
            string? seen = null;
            var other = new Thread(() => seen = RunScope.Current);
            other.Start();
            other.Join();
            Assert.Equal($"{thread} {round}", seen);
            ExecutionContext.Run(CleanExecutionContext.Empty, static _ => Assert.Null(RunScope.Current), state: null);
        });
    }

    [Fact]
    public async Task ForEach_OutsideAHandlerOnManyThreads_EachItemOnceAndNoMoreThanAllowed()
    {
        ConcurrentDictionary<int, int> seen = new();
        var inside = 0;
        var most = 0;

        await Durable.ForEachAsync(Enumerable.Range(0, 5000), maxConcurrency: 8, async item =>
        {
            var now = Interlocked.Increment(ref inside);
            InterlockedMax(ref most, now);
            await Task.Yield();
            seen.AddOrUpdate(item, 1, static (_, count) => count + 1);
            Interlocked.Decrement(ref inside);
        });

        Assert.Equal(5000, seen.Count);
        Assert.All(seen.Values, count => Assert.Equal(1, count));
        Assert.InRange(most, 1, 8);
    }

    [Fact]
    public async Task Select_OutsideAHandlerOnManyThreads_ResultsInOrder()
    {
        var results = await Durable.SelectAsync(Enumerable.Range(0, 5000), maxConcurrency: 8, static async item =>
        {
            await Task.Yield();
            return item * 2;
        });

        Assert.Equal(Enumerable.Range(0, 5000).Select(item => item * 2), results);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); seen < value;)
        {
            var before = Interlocked.CompareExchange(ref target, value, seen);
            seen = before == seen ? value : before;
        }
    }
}
