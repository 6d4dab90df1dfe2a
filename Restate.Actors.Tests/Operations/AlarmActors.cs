namespace Restate.Actors.Tests.Operations;

public interface IAlarmHandlers : IVirtualObject
{
    [Exclusive]
    Task Start(string name, int due, int? period, MissedTicks missedTicks, bool fail = false);

    [Exclusive]
    Task StartCron(string name, string expression, string timeZone = "UTC");

    [Exclusive]
    Task<bool> Stop(string name, bool fail = false);

    [Exclusive]
    Task<string> StartSeveral();

    /// <summary>Holds the key for a while.</summary>
    [Exclusive]
    Task Block(int milliseconds);

    [Exclusive]
    Task Wipe();

    [Shared]
    Task<ReminderTick[]> Ticks(string name);

    [Shared]
    Task<Reminder?> Find(string name);

    [Shared]
    Task<string> Names();
}

[Actor("Alarm")]
public interface IAlarm : IAlarmHandlers;

[Actor("SavingAlarm")]
public interface ISavingAlarm : IAlarmHandlers;

public sealed class Alarm : AlarmBase, IAlarm;

[SaveOnSuccess]
public sealed class SavingAlarm : AlarmBase, ISavingAlarm;

public abstract class AlarmBase : VirtualObject, IRemindable
{
    public async Task Start(string name, int due, int? period, MissedTicks missedTicks, bool fail = false)
    {
        await Reminders.RegisterOrUpdateAsync(
            name, TimeSpan.FromMilliseconds(due), period is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null, missedTicks);
        FailIf(fail);
    }

    public Task StartCron(string name, string expression, string timeZone = "UTC") =>
        Reminders.RegisterOrUpdateAsync(name, new CronSchedule(expression, timeZone));

    public async Task<bool> Stop(string name, bool fail = false)
    {
        var wasThere = await Reminders.UnregisterAsync(name);
        FailIf(fail);
        return wasThere;
    }

    public async Task<string> StartSeveral()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(number => Reminders.RegisterOrUpdateAsync($"{number}", TimeSpan.FromDays(number + 1))));
        return string.Join(',', (await Reminders.ListAsync()).Select(reminder => reminder.Name));
    }

    public Task Block(int milliseconds) => Sleep(TimeSpan.FromMilliseconds(milliseconds));

    public Task Wipe()
    {
        States.ClearAll();
        return Task.CompletedTask;
    }

    public async Task<ReminderTick[]> Ticks(string name) => await State<ReminderTick[]>(name).GetAsync([]);

    public Task<Reminder?> Find(string name) => Reminders.GetAsync(name);

    public async Task<string> Names() => string.Join(',', await States.GetNamesAsync());

    public async Task ReceiveReminderAsync(string name, ReminderTick tick)
    {
        if (name == "broken")
        {
            throw new TerminalException("The tick fails.");
        }

        State<ReminderTick[]>(name).Set([.. await State<ReminderTick[]>(name).GetAsync([]), tick]);
    }

    private static void FailIf(bool fail)
    {
        if (fail)
        {
            throw new TerminalException("As told.");
        }
    }
}
