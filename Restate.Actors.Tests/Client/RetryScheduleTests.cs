using Restate.Actors.Internal.Http;
using Xunit;

namespace Restate.Actors.Tests.Client;

public sealed class RetryScheduleTests
{
    [Theory]
    [InlineData(0.0, 200)]
    [InlineData(0.5, 250)]
    [InlineData(1.0, 300)]
    public void Next_Jitter_TwentyPercentBothWays(double random, double milliseconds)
    {
        var schedule = new RetrySchedule(new RestateRetryOptions(), new FixedRandom(random));

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), schedule.Next(retryAfter: null));
    }

    [Fact]
    public void Next_ManyFailures_NeverAboveTheLongestPause()
    {
        var schedule = new RetrySchedule(new RestateRetryOptions { MaxAttempts = 2000 }, new FixedRandom(0.5));

        var pauses = Enumerable.Range(0, 1999).Select(_ => schedule.Next(retryAfter: null)).ToArray();

        Assert.Equal(TimeSpan.FromSeconds(3), pauses.Max());
        Assert.Null(schedule.Next(retryAfter: null));
    }

    [Fact]
    public void StartAnew_AfterFailures_FirstPauseAgain()
    {
        var schedule = new RetrySchedule(new RestateRetryOptions { MaxAttempts = 2 }, new FixedRandom(0.5));
        schedule.Next(retryAfter: null);

        schedule.StartAnew();

        Assert.Equal(TimeSpan.FromMilliseconds(250), schedule.Next(retryAfter: null));
    }

    private sealed class FixedRandom(double value) : Random
    {
        public override double NextDouble() => value;
    }
}
