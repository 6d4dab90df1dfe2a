using Restate.Actors.Internal.Admin;
using Xunit;

namespace Restate.Actors.Tests.Admin;

public sealed class ServerDurationTests
{
    [Theory]
    [InlineData("1d", "1.00:00:00")]
    [InlineData("10m", "00:10:00")]
    [InlineData("200ms", "00:00:00.2")]
    [InlineData("1h 30m", "01:30:00")]
    [InlineData("1h30m", "01:30:00")]
    [InlineData("2 days, 3 hours", "2.03:00:00")]
    [InlineData("1.5s", "00:00:01.5")]
    [InlineData("1w", "7.00:00:00")]
    [InlineData("0s", "00:00:00")]
    [InlineData("1s 500us", "00:00:01.0005")]
    [InlineData("1us", "00:00:00.000001")]
    [InlineData("100ns", "00:00:00.0000001")]
    [InlineData("PT86400S", "1.00:00:00")]
    [InlineData("PT0.001S", "00:00:00.001")]
    [InlineData("P0D", "00:00:00")]
    [InlineData("P1DT2H3M", "1.02:03:00")]
    public void TryParse_FormsOfTheServer_Read(string text, string expected)
    {
        Assert.True(ServerDuration.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), duration);
    }

    [Fact]
    public void TryParse_LongerThanDotNetKnows_IsTheLongest()
    {
        Assert.True(ServerDuration.TryParse("400000000d", out var duration));
        Assert.Equal(TimeSpan.MaxValue, duration);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("5")]
    [InlineData("s")]
    [InlineData("5x")]
    [InlineData("P5H")]
    [InlineData("1d x")]
    public void TryParse_NoDuration_False(string? text)
    {
        Assert.False(ServerDuration.TryParse(text, out _));
    }

    [Fact]
    public void Format_WholeMilliseconds()
    {
        Assert.Equal("90061001ms", ServerDuration.Format(new TimeSpan(1, 1, 1, 1, 1)));
    }
}
