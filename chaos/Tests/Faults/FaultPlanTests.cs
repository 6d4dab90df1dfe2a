using Restate.Actors.Chaos.Driver.Faults;
using Xunit;

namespace Restate.Actors.Chaos.Tests.Faults;

public sealed class FaultPlanTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Create_SameSeed_SamePlan() => Assert.Equal(FaultPlan.Create(7, Minute), FaultPlan.Create(7, Minute));

    [Fact]
    public void Create_OtherSeed_OtherPlan() => Assert.NotEqual(FaultPlan.Create(7, Minute), FaultPlan.Create(8, Minute));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Create_AMinute_HasEachKindInTheOrderOfTime(int seed)
    {
        var plan = FaultPlan.Create(seed, Minute);

        Assert.Equal(Enum.GetValues<FaultKind>(), plan.Select(fault => fault.Kind).Distinct().Order());
        Assert.Equal(plan.OrderBy(fault => fault.At), plan);
        Assert.All(plan, fault => Assert.InRange(fault.At, TimeSpan.Zero, Minute));
    }
}
