using Restate.Actors;

namespace Docs;

[Actor("Branch")]
public interface IBranch : IVirtualObject
{
    Task Open(string timeZone);

    Task Close();
}

// snippet: reminder-cron
public sealed class Branch(IMailGateway gateway) : VirtualObject, IBranch, IRemindable
{
    public Task Open(string timeZone) =>
        Reminders.RegisterOrUpdateAsync("report", new CronSchedule("30 8 * * MON-FRI", timeZone));

    public Task Close() => Reminders.UnregisterAsync("report");

    public async Task ReceiveReminderAsync(string name, ReminderTick tick)
    {
        await Run("report", run => gateway.Send(Key, $"Report of {tick.Scheduled:d}", run.AttemptAborted));
    }
}
// end

[Actor("Session")]
public interface ISession : IVirtualObject
{
    Task Visit(string page);
}

// snippet: expiry
public sealed class Session : VirtualObject, ISession, IRemindable
{
    public async Task Visit(string page)
    {
        State<string>("page").Set(page);
        await Reminders.RegisterOrUpdateAsync("expiry", due: TimeSpan.FromDays(30));      // moves the pending one
    }

    public Task ReceiveReminderAsync(string name, ReminderTick tick)
    {
        States.ClearAll();
        return Task.CompletedTask;
    }
}
// end
