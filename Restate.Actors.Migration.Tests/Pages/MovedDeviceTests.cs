using Docs.Moved;
using Restate.Actors.Testing;
using Restate.Actors.Tests;
using Xunit;

namespace Restate.Actors.Migration.Tests.Pages;

/// <summary>What docs/migrate/orleans.md shows does what the page says.</summary>
public sealed class MovedDeviceTests
{
    private static readonly Guid Id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Fact]
    [Capability("Tooling and documents", "Migration guide from Orleans, Dapr, Temporal")]
    public Task Test_OfThePage_Passes() => MovedTests.Report_ThreeReadings_AreFlushedTogether();

    [Fact]
    public async Task TooHot_ReadsTheDeviceThatWaitsForIt()
    {
        var notifier = new Notifier();
        await using var host = await StartAsync(notifier);
        var device = host.GetActor<IDevice>(Id);
        await device.Install("plant", "T-800");

        await device.Report(90);
        await host.AdvanceAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(["plant: T-800 is at 90"], notifier.Texts);
    }

    [Fact]
    public async Task Reminder_TicksEachMonth()
    {
        var notifier = new Notifier();
        await using var host = await StartAsync(notifier);
        await host.GetActor<IDevice>(Id).Install("plant", "T-800");

        await host.AdvanceAsync(TimeSpan.FromDays(61));

        Assert.Equal(["plant: T-800 is at 0", "plant: T-800 is at 0"], notifier.Texts);
    }

    [Fact]
    public async Task Publish_ReachesEachSubscriber()
    {
        var notifier = new Notifier();
        await using var host = await StartAsync(notifier);
        var alarms = host.GetActor<IAlarms>("all");
        await alarms.Subscribe(host.GetActor<ISite>("north"));
        await alarms.Subscribe(host.GetActor<ISite>("south"));

        await alarms.Publish(Id, 90);
        await host.WhenIdleAsync();

        Assert.Equal(["north:  is at 90", "south:  is at 90"], notifier.Texts.Order(StringComparer.Ordinal));
    }

    private static Task<ActorTestHost> StartAsync(Notifier notifier) => ActorTestHost.StartAsync(
        actors => actors.AddGeneratedActors(),
        services => services.AddSingleton<IHardware>(new Hardware()).AddSingleton<INotifier>(notifier));

    private sealed class Hardware : IHardware
    {
        public Task Blink(Guid device, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Notifier : INotifier
    {
        public List<string> Texts { get; } = [];

        public Task Tell(string site, string text, CancellationToken cancellationToken)
        {
            lock (Texts)
            {
                Texts.Add($"{site}: {text}");
            }

            return Task.CompletedTask;
        }
    }
}
