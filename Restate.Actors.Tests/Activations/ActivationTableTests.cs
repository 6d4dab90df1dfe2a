using System.Runtime.CompilerServices;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Activations;
using Restate.Actors.Tests.Attempts.Actors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Activations;

public sealed class ActivationTableTests
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);
    private static readonly ActorContract Counters = ActorContracts.Get<ICounter>();

    private readonly ManualClock _clock = new();

    [Fact]
    public void Use_OfOneKey_SameActivation()
    {
        using var table = new ActivationTable(_clock, Idle);

        using var first = table.Use(Counters, "a");
        using var second = table.Use(Counters, "a");
        using var other = table.Use(Counters, "b");

        Assert.Same(first.Gate, second.Gate);
        Assert.NotSame(first.Gate, other.Gate);
        Assert.Equal(2, table.Count);
    }

    [Fact]
    public void Use_OfABasicService_KeepsNothing()
    {
        using var table = new ActivationTable(_clock, Idle);

        using var use = table.Use(ActorContracts.Get<IGreeter>(), "");

        Assert.Null(use.Gate);
        Assert.Null(use.Memory);
        Assert.Equal(0, table.Count);
        Assert.Equal(0, _clock.TimerCount);
    }

    [Fact]
    public void Idle_ForLong_IsDropped_UsedOneStays()
    {
        using var table = new ActivationTable(_clock, Idle);
        var used = table.Use(Counters, "used");
        table.Use(Counters, "idle").Dispose();

        _clock.Advance(Idle);

        Assert.Equal(1, table.Count);
        used.Dispose();
        _clock.Advance(Idle);
        Assert.Equal(0, table.Count);
        Assert.Equal(0, _clock.TimerCount);
    }

    [Fact]
    public void Idle_UsedMeanwhile_Stays()
    {
        using var table = new ActivationTable(_clock, Idle);
        table.Use(Counters, "a").Dispose();
        _clock.Advance(Idle / 2);
        var again = table.Use(Counters, "a");
        var gate = again.Gate;
        again.Dispose();

        _clock.Advance(Idle / 2);

        Assert.Equal(1, table.Count);
        using var use = table.Use(Counters, "a");
        Assert.Same(gate, use.Gate);
    }

    [Fact]
    public void ManyKeys_Idle_NothingIsKept()
    {
        using var table = new ActivationTable(_clock, Idle);
        var gates = UseMany(table, 100_000);
        Assert.Equal(100_000, table.Count);

        _clock.Advance(Idle);

        Assert.Equal(0, table.Count);
        GC.Collect();
        Assert.All(gates, gate => Assert.False(gate.IsAlive));
    }

    [Fact]
    public void Dispose_StopsTheTimer()
    {
        var table = new ActivationTable(_clock, Idle);
        table.Use(Counters, "a").Dispose();
        Assert.Equal(1, _clock.TimerCount);

        table.Dispose();
        table.Use(Counters, "b").Dispose();

        Assert.Equal(0, _clock.TimerCount);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] UseMany(ActivationTable table, int count)
    {
        var gates = new List<WeakReference>();
        for (var i = 0; i < count; i++)
        {
            using var use = table.Use(Counters, $"{i}");
            if (i % 1000 == 0)
            {
                gates.Add(new WeakReference(use.Gate));
            }
        }

        return [.. gates];
    }
}
