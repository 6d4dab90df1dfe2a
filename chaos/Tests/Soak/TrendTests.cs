using Restate.Actors.Chaos.Driver.Soak;
using Xunit;

namespace Restate.Actors.Chaos.Tests.Soak;

public sealed class TrendTests
{
    [Fact]
    public void Of_ValuesThatSwing_IsFlat()
    {
        var trend = Trend.Of([100, 120, 80, 120, 80, 100], share: 0.1, atLeast: 1);

        Assert.True(trend.IsFlat);
        Assert.Equal(100, trend.Mean);
        Assert.Equal(10, trend.Tolerance);
    }

    [Fact]
    public void Of_ValuesThatGrow_IsNot()
    {
        var trend = Trend.Of([100, 110, 120, 130], share: 0.1, atLeast: 1);

        Assert.False(trend.IsFlat);
        Assert.Equal(30, trend.Growth, precision: 6);
    }

    [Fact]
    public void Of_SmallFigureThatGrowsByLessThanAllowed_IsFlat() => Assert.True(Trend.Of([4, 4, 5, 5], share: 0.1, atLeast: 4).IsFlat);
}
