using System.Collections.Concurrent;
using System.ComponentModel;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Activations;
using Restate.Actors.Internal.Contracts;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Tests.Attempts.Actors;
using Xunit;

namespace Restate.Actors.Tests.Concurrency;

/// <summary>What shared handlers of one key use at the same time.</summary>
public sealed class ActivationCacheTests
{
    [Fact]
    public void Activation_ManyThreads_OneCacheOfEachSort()
    {
        for (var round = 0; round < 200; round++)
        {
            var activation = new Activation();
            ConcurrentDictionary<object, bool> seen = new(ReferenceEqualityComparer.Instance);

            Crowd.Run(1, (_, _) =>
            {
                seen.TryAdd(activation.DecodedValues, true);
                seen.TryAdd(activation.CachedSteps, true);
            });

            Assert.Equal(2, seen.Count);
        }
    }

    [Fact]
    public void DecodedValues_ManyThreadsWithOtherBytes_EachGetsTheValueOfItsBytes()
    {
        var values = new DecodedValues();
        var payloads = new PayloadCoder(JsonActorSerializer.CreateReflectionBased(), transforms: null);
        byte[][] bytes = [.. Enumerable.Range(0, 4).Select(number => System.Text.Encoding.UTF8.GetBytes($$"""{"Number":{{number}}}"""))];

        Crowd.Run(5000, (thread, round) =>
        {
            var number = (thread + round) % bytes.Length;
            Assert.Equal(number, values.GetOrDecode("a", bytes[number], payloads, PayloadFormatOf<Frozen>.Instance).Number);
        });
    }

    [Fact]
    public void CachedSteps_ManyThreads_EachResultIsWhole()
    {
        var steps = new CachedSteps();

        Crowd.Run(20_000, (thread, round) =>
        {
            var written = new byte[1 + (round % 7)];
            Array.Fill(written, (byte)written.Length);
            steps.Set($"{round % 5}", typeof(int), written, since: TimeProvider.System.GetTimestamp());
            if (steps.TryGet($"{thread}", typeof(int), TimeSpan.MaxValue, TimeProvider.System, out var read))
            {
                Assert.All(read.ToArray(), value => Assert.Equal(read.Length, value));
            }
        });
    }

    [Fact]
    public void ActivationTable_ManyComeGoAndCollect_NothingIsLeft()
    {
        using var table = new ActivationTable(TimeProvider.System, TimeSpan.Zero);
        var counters = ActorContracts.Get<ICounter>();

        Crowd.Run(20_000, (thread, round) =>
        {
            using (var use = table.Use(counters, $"{(thread + round) % 16}"))
            {
                Assert.NotNull(use.Gate);
                use.SetBlocked(round % 2 == 0);
            }

            if (round % 64 == 0)
            {
                table.Collect();
            }
        });
        table.Collect();

        Assert.Equal(0, table.Count);
        Assert.Equal((0, 0, 0), (table.Counts.Active, table.Counts.Warm, table.Counts.Blocked));
    }

    [ImmutableObject(true)]
    private sealed record Frozen(int Number);
}
