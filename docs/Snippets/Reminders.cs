using Restate.Actors;

namespace Docs;

[Actor("Subscription")]
public interface ISubscription : IVirtualObject
{
    Task Begin(decimal price);

    Task<bool> End();

    Task Postpone(int days);

    [Shared]
    Task<DateTimeOffset?> NextPayment();
}

// snippet: reminder
public sealed class Subscription(IPaymentGateway gateway) : VirtualObject, ISubscription, IRemindable
{
    public async Task Begin(decimal price)
    {
        State<decimal>("price").Set(price);
        await Reminders.RegisterOrUpdateAsync("payment", due: TimeSpan.Zero, period: TimeSpan.FromDays(30));
    }

    public Task<bool> End() => Reminders.UnregisterAsync("payment");

    public async Task ReceiveReminderAsync(string name, ReminderTick tick)
    {
        var total = await State<decimal>("price").GetAsync(0) * (1 + tick.Missed);
        await Run("charge", run => gateway.Charge(Key, total, run.InvocationId, run.AttemptAborted));
    }
    // end

    // snippet: reminder-replace
    public Task Postpone(int days) => Reminders.RegisterOrUpdateAsync("payment", TimeSpan.FromDays(days), TimeSpan.FromDays(30));

    public async Task<DateTimeOffset?> NextPayment() => (await Reminders.GetAsync("payment"))?.NextDue;
    // end
}
