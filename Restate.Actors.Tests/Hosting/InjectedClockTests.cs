using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Hosting;

/// <summary>Which clock <c>AddRestateActors</c> leaves in the host.</summary>
public sealed class InjectedClockTests
{
    [Fact]
    public void AddRestateActors_NoClockOrThatOfTheSystem_DurableInHandlers()
    {
        Assert.IsType<ContextTimeProvider>(ClockOf(static _ => { }));
        Assert.IsType<ContextTimeProvider>(ClockOf(static services => services.AddSingleton(TimeProvider.System)));
    }

    [Fact]
    public void AddRestateActors_ClockOfTheApplication_Stays()
    {
        Assert.IsType<ManualClock>(ClockOf(static services => services.AddSingleton<TimeProvider>(new ManualClock())));
    }

    [Fact]
    public void Clock_OutsideHandlers_IsThatOfTheSystem()
    {
        var clock = ClockOf(static _ => { });

        Assert.Equal(TimeProvider.System.TimestampFrequency, clock.TimestampFrequency);
        Assert.Equal(TimeProvider.System.LocalTimeZone, clock.LocalTimeZone);
        Assert.InRange(clock.GetUtcNow(), TimeProvider.System.GetUtcNow().AddHours(-1), TimeProvider.System.GetUtcNow().AddHours(1));
    }

    private static TimeProvider ClockOf(Action<IServiceCollection> before)
    {
        var services = new ServiceCollection();
        before(services);
        services.AddRestateActors();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<TimeProvider>();
    }
}
