using Restate.Actors.Dashboard.Internal.Measurements;
using Xunit;

namespace Restate.Actors.Dashboard.Tests.Measurements;

public sealed class DurationHistogramTests
{
    [Fact]
    public void Quantile_Nothing_IsNull()
    {
        Assert.Null(new DurationHistogram().Quantile(0.5));
    }

    [Fact]
    public void Quantile_ManyDurations_IsWithinAClassOfTheTrueOne()
    {
        var histogram = new DurationHistogram();
        for (var i = 1; i <= 1000; i++)
        {
            histogram.Add(i / 1000.0);
        }

        Assert.InRange(histogram.Quantile(0.5)!.Value, 0.5, 0.63);
        Assert.InRange(histogram.Quantile(0.95)!.Value, 0.95, 1.2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1e-9)]
    [InlineData(1e9)]
    public void Add_BeyondTheClasses_CountsInTheLastOne(double seconds)
    {
        var histogram = new DurationHistogram();

        histogram.Add(seconds);

        Assert.Equal(1, histogram.Count);
        Assert.InRange(histogram.Quantile(1)!.Value, 1e-5, 1001);
    }
}
