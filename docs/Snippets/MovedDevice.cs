using Restate.Actors;
using Restate.Actors.Testing;

namespace Docs.Moved;

// snippet: moved-contract
[Actor("Device")]
public interface IDevice : IVirtualObject<Guid>
{
    Task Install(string site, string model);

    Task Report(double temperature);

    [Shared]
    Task<DeviceStatus> Status();

    Task Blink();

    Task Flush();
}

public sealed record DeviceStatus(string? Model, double Average, int Readings);
// end

// snippet: moved-site
[Actor("Site")]
public interface ISite : IVirtualObject
{
    Task TooHot(Guid device, double temperature);
}

public sealed class Site(INotifier notifier) : VirtualObject, ISite
{
    public async Task TooHot(Guid device, double temperature)
    {
        var status = await Actors.GetActor<IDevice>(device).Status();       // shared: does not wait for the device's Flush, which waits for this call
        await Run("notify", run => notifier.Tell(Key, $"{status.Model} is at {temperature}", run.AttemptAborted));
    }
}
// end

public interface INotifier
{
    Task Tell(string site, string text, CancellationToken cancellationToken);
}

public interface IHardware
{
    Task Blink(Guid device, CancellationToken cancellationToken);
}

// snippet: moved-class
public sealed class DeviceState
{
    public string? Site { get; set; }

    public string? Model { get; set; }

    public double Average { get; set; }

    public int Readings { get; set; }
}

public sealed class Device([PersistentState("device")] IPersistentState<DeviceState> device, IHardware hardware)
    : VirtualObject<Guid>, IDevice, IRemindable
{
    private IActorState<List<double>> Pending => State<List<double>>("pending");

    public async Task Install(string site, string model)
    {
        device.State.Site = site;
        device.State.Model = model;
        await device.WriteStateAsync();
        await Reminders.RegisterOrUpdateAsync("maintenance", due: TimeSpan.FromDays(30), period: TimeSpan.FromDays(30));
    }
    // end

    // snippet: moved-timer
    public async Task Report(double temperature)
    {
        var pending = await Pending.GetAsync([]);
        if (pending.Count == 0)
        {
            await Actors.GetActor<IDevice>(Key).Send(device => device.Flush(), after: TimeSpan.FromSeconds(10));
        }

        Pending.Set([.. pending, temperature]);
    }

    public async Task Flush()
    {
        var pending = await Pending.GetAsync([]);
        if (pending.Count == 0)
        {
            return;
        }

        device.State.Average = pending.Average();
        device.State.Readings += pending.Count;
        await device.WriteStateAsync();
        Pending.Clear();
        if (device.State is { Average: > 80, Site: { } site })
        {
            await Actors.GetActor<ISite>(site).TooHot(Key, device.State.Average);
        }
    }
    // end

    // snippet: moved-shared
    public Task<DeviceStatus> Status() => Task.FromResult(new DeviceStatus(device.State.Model, device.State.Average, device.State.Readings));
    // end

    // snippet: moved-one-way
    public Task Blink() => Run("blink", run => hardware.Blink(Key, run.AttemptAborted));
    // end

    // snippet: moved-reminder
    public async Task ReceiveReminderAsync(string name, ReminderTick tick)
    {
        if (device.State.Site is { } site)
        {
            await Actors.GetActor<ISite>(site).Send(to => to.TooHot(Key, device.State.Average));
        }
    }
    // end
}

public static class MovedCallers
{
    // snippet: moved-call
    public static async Task<DeviceStatus> Look(IRestateClient client, Guid device)
    {
        await client.GetActor<IDevice>(device).Send(to => to.Blink());          // [OneWay] was on the interface; now the caller says it
        return await client.GetActor<IDevice>(device).Status();
    }
    // end

    // snippet: moved-idempotency
    public static Task Report(IRestateClient client, Guid device, double temperature, string messageId) =>
        client.GetActor<IDevice>(device).Call(to => to.Report(temperature), new() { IdempotencyKey = messageId });
    // end
}

// snippet: moved-filter
public static class Headers
{
    public static readonly CarriedHeader<string> Tenant = new("x-tenant");
}

public sealed class TenantFilter : IActorFilter
{
    public Task InvokeAsync(ActorCallContext context, Func<Task> next) =>
        Headers.Tenant.TryGet(context.Request, out var tenant) && tenant == "closed"
            ? throw new TerminalException("This tenant is closed.", 403)
            : next();
}
// end

public static class MovedHost
{
    public static void Add(IServiceCollection services)
    {
        // snippet: moved-host
        services.AddRestateActors()
            .AddGeneratedActors()
            .CarryHeader(Headers.Tenant)
            .AddFilter<TenantFilter>();
        // end
    }
}

// snippet: moved-fan-out
[Actor("Alarms")]
public interface IAlarms : IVirtualObject
{
    Task Subscribe(ISite site);

    Task Publish(Guid device, double temperature);
}

public sealed class Alarms : VirtualObject, IAlarms
{
    private IActorState<List<ISite>> Sites => State<List<ISite>>("sites");

    public async Task Subscribe(ISite site) => Sites.Set([.. await Sites.GetAsync([]), site]);

    public async Task Publish(Guid device, double temperature)
    {
        foreach (var site in await Sites.GetAsync([]))
        {
            await site.Send(to => to.TooHot(device, temperature));
        }
    }
}
// end

// snippet: moved-compound-key
public readonly record struct SlotKey(Guid Room, string Day) : IActorKey<SlotKey>
{
    public static string Format(SlotKey key) => $"{key.Room:N}+{key.Day}";

    public static bool TryParse(string text, out SlotKey key)
    {
        var parts = text.Split('+', 2);
        key = default;
        if (parts.Length != 2 || !Guid.TryParseExact(parts[0], "N", out var room))
        {
            return false;
        }

        key = new SlotKey(room, parts[1]);
        return true;
    }
}

[Actor("Slot")]
public interface ISlot : IVirtualObject<SlotKey>
{
    Task Book(string guest);
}
// end

public sealed class MovedTests
{
    private sealed class FakeHardware : IHardware
    {
        public Task Blink(Guid device, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class FakeNotifier : INotifier
    {
        public List<string> Texts { get; } = [];

        public Task Tell(string site, string text, CancellationToken cancellationToken)
        {
            Texts.Add(text);
            return Task.CompletedTask;
        }
    }

    private static void Check(bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException();
        }
    }

    // snippet: moved-test
    public static async Task Report_ThreeReadings_AreFlushedTogether()
    {
        await using var host = await ActorTestHost.StartAsync(
            actors => actors.AddGeneratedActors(),
            services => services.AddSingleton<IHardware>(new FakeHardware()).AddSingleton<INotifier>(new FakeNotifier()));
        var device = host.GetActor<IDevice>(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));

        await device.Report(20);
        await device.Report(21);
        await device.Report(22);
        await host.AdvanceAsync(TimeSpan.FromSeconds(10));                  // no cluster, no waiting

        var status = await device.Status();
        Check(status is { Readings: 3, Average: 21 });
    }
    // end
}
