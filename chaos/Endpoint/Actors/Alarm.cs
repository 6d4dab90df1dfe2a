using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Endpoint.Actors;

public sealed class Alarm : VirtualObject, IAlarm, IRemindable
{
    private const string Bell = "bell";

    private IActorState<int> Wanted => State<int>("wanted");

    private IActorState<AlarmTick[]> Ticked => State<AlarmTick[]>("ticks");

    public async Task<int> Start(AlarmOrder order)
    {
        var period = TimeSpan.FromMilliseconds(order.PeriodMilliseconds);
        Wanted.Set(order.Ticks);

        // The first one is replaced: if its tick came all the same, there would be one that is not a period after another.
        await Reminders.RegisterOrUpdateAsync(Bell, period / 2);
        await Reminders.RegisterOrUpdateAsync(Bell, period, period, MissedTicks.CatchUp);
        return order.Ticks;
    }

    public async Task ReceiveReminderAsync(string name, ReminderTick tick)
    {
        AlarmTick[] ticks = [.. await Ticked.GetAsync([]), new AlarmTick(tick.Scheduled.ToUnixTimeMilliseconds(), tick.Missed)];
        Ticked.Set(ticks);
        await Sleep(TimeSpan.FromMilliseconds(5));
        if (ticks.Length == await Wanted.GetAsync(0))
        {
            await Reminders.UnregisterAsync(Bell);
        }
    }

    public async Task<IReadOnlyList<AlarmTick>> Ticks() => await Ticked.GetAsync([]);
}
