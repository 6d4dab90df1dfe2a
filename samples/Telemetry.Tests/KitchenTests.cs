using Microsoft.Extensions.DependencyInjection;
using Restate.Actors;
using Restate.Actors.Testing;
using Xunit;

namespace TelemetrySample.Tests;

/// <summary>The kitchen in memory. The oven is the one of the sample: its fuse blows the first time.</summary>
public sealed class KitchenTests
{
    private readonly Oven _oven = new();

    [Fact]
    public async Task Cook_TakesTheIngredientAndOrdersAnother()
    {
        await using var host = await StartAsync();

        var meal = await host.GetActor<IKitchen>("home").Cook("cake");

        Assert.Equal("cake with eggs", meal);
        Assert.Equal("eggs", Assert.Single(host.SendsTo<ILarder>()).ReadInput<string>());
    }

    [Fact]
    public async Task Cook_FuseBlows_OvenIsHeatedAgain()
    {
        await using var host = await StartAsync();
        var dinner = await host.GetActor<IKitchen>("home").Send(kitchen => kitchen.Cook("soup"));

        Assert.Equal("soup with salt", await dinner.AttachAsync());

        Assert.Equal(2, _oven.Heatings);
        Assert.Contains("the fuse is blown", host.FindInvocation(await dinner.GetIdAsync()).LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cook_ReplayedAtEveryWait_HeatsTheOvenNoMoreOften()
    {
        await using var host = await StartAsync(options => options.ReplayAlways = true);
        var dinner = await host.GetActor<IKitchen>("home").Send(kitchen => kitchen.Cook("cake"));

        Assert.Equal("cake with eggs", await dinner.AttachAsync());

        Assert.Equal(2, _oven.Heatings);
        Assert.True(host.FindInvocation(await dinner.GetIdAsync()).Attempts > 3);
    }

    [Fact]
    public async Task Cook_Spans_TellWhatHappened()
    {
        using var spans = new SpanRecorder();
        await using (var host = await StartAsync())
        {
            await host.GetActor<IKitchen>("home").Cook("cake");
        }

        Assert.Equal(
            [
                "Kitchen/Cook completed",
                "Kitchen/Cook retried",
                "Larder/Restock completed",
                "Larder/Take completed",
                "call Larder/Take",
                "run heat the oven",
                "run heat the oven error",
                "run look",
                "send Larder/Restock",
            ],
            spans.Ended);
    }

    private Task<ActorTestHost> StartAsync(Action<ActorTestOptions>? options = null) =>
        ActorTestHost.StartAsync(actors => actors.AddGeneratedActors(), services => services.AddSingleton(_oven), options);
}
