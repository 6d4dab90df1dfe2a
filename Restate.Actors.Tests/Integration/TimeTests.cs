using Restate.Actors.Tests.Integration.Actors;
using Restate.Actors.Tests.Integration.Servers;
using Xunit;

namespace Restate.Actors.Tests.Integration;

public abstract class TimeTests(ActorBackend backend) : ActorTest(backend)
{
    private IClockwork Clockwork => Client.GetActor<IClockwork>();

    [Fact]
    [Capability("Timers, time, randomness", "Durable sleep")]
    public async Task Sleep_Short_Returns()
    {
        await Clockwork.SleepAsync(30);
        await Clockwork.SleepAsync(0);
    }

    [Fact]
    public async Task Delay_OnTheDurableClock_Returns()
    {
        await Clockwork.DelayAsync(30);
        await Clockwork.DelayAsync(0);
    }

    [Theory]
    [Capability("Timers, time, randomness", "Timer as a future")]
    [InlineData(10, 600_000, "work")]
    [InlineData(600_000, 10, "limit")]
    public async Task WhenAny_OneTimerIsFarAway_OtherWins(int milliseconds, int timeout, string winner)
    {
        Assert.Equal(winner, await Clockwork.RaceAsync(milliseconds, timeout));
        Assert.Equal(winner, await Clockwork.RaceAndDropAsync(milliseconds, timeout));
    }

    [Theory]
    [Capability("Futures and combinators", "Timeout on any future")]
    [InlineData(10, 600_000, true)]
    [InlineData(600_000, 10, false)]
    public async Task WaitAsync_OnTheDurableClock_TimesOutOrNot(int milliseconds, int timeout, bool isInTime)
    {
        Assert.Equal(isInTime, await Clockwork.TryWaitAsync(milliseconds, timeout));
    }

    [Fact]
    [Capability("Timers, time, randomness", "Durable \"now\"")]
    public async Task GetUtcNow_SuspendedAndReplayed_IsTheSameInEveryAttempt()
    {
        var read = await Clockwork.ReadAsync(Key);

        string[] topics = ["before", "between", "after", "again"];
        foreach (var (topic, value) in topics.Zip(read))
        {
            var noted = Probe.Notes($"{Key}/{topic}");
            Assert.Equal(value, DateTimeOffset.Parse(Assert.Single(noted.Distinct()), System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.True(Probe.Notes($"{Key}/before").Count >= 2);
        Assert.True(Probe.Notes($"{Key}/between").Count >= 2);
        Assert.True(read[1] - read[0] >= TimeSpan.FromMilliseconds(20));
        Assert.True(read[2] >= read[1]);
        Assert.Equal(read[2], read[3]);
    }

    [Fact]
    [Capability("Timers, time, randomness", "Seeded random, UUID")]
    public async Task Random_Replayed_DrawsTheSame()
    {
        var drawn = await Clockwork.DrawAsync(Key);

        Assert.Equal(string.Join(' ', drawn), Assert.Single(Probe.Notes($"{Key}/drawn").Distinct()));
        Assert.Equal(2, Probe.Notes($"{Key}/drawn").Count);
        Assert.NotEqual(drawn[0], drawn[3]);
    }

    [Fact]
    public async Task Random_TwoInvocations_DrawDifferently()
    {
        var drawn = await Task.WhenAll(Clockwork.DrawAsync($"{Key}/1"), Clockwork.DrawAsync($"{Key}/2"));

        Assert.Empty(drawn[0].Intersect(drawn[1]));
    }

    [Fact]
    [Capability("Timers, time, randomness", "TimeProvider / DateTime integration")]
    public async Task PeriodicTimer_OnTheDurableClock_Ticks()
    {
        Assert.Equal(3, await Clockwork.TickAsync(3));
    }

    [Fact]
    public async Task CreateTimer_CallbackThrows_IsAFailureOfTheHandler()
    {
        var error = await Assert.ThrowsAsync<TerminalException>(Clockwork.ThrowInTimerAsync);

        Assert.Equal("thrown by a timer", error.Message);
        Assert.Equal(418, error.Code);
    }

    [Fact]
    public async Task CancellationTokenSource_OnTheDurableClock_Fires()
    {
        Assert.Equal("cancelled by time", await Clockwork.LateAsync());
    }

    [Collection(nameof(DefaultServer))]
    public sealed class OnDefault(DefaultServer server) : TimeTests(server);

    [Collection(nameof(SuspendingServer))]
    public sealed class OnSuspending(SuspendingServer server) : TimeTests(server);

    [Collection(nameof(LazyServer))]
    public sealed class OnLazy(LazyServer server) : TimeTests(server);

    [Collection(nameof(SuspendingLazyServer))]
    public sealed class OnSuspendingLazy(SuspendingLazyServer server) : TimeTests(server);

    [Collection(nameof(OldProtocolServer))]
    public sealed class OnOldProtocol(OldProtocolServer server) : TimeTests(server);

    [Collection(nameof(NewProtocolServer))]
    public sealed class OnNewProtocol(NewProtocolServer server) : TimeTests(server);

    [Collection(nameof(Http11Server))]
    public sealed class OnHttp11(Http11Server server) : TimeTests(server);

    public sealed class OnReplayingHost() : TimeTests(new ReplayingHost());
}
